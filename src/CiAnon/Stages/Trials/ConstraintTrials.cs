using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Strategies;
using Npgsql;

namespace CiAnon.Stages.Trials;

/// <summary>
/// Tries in the empty sandbox what CHECKs, domains, lengths and generated columns demand of masked columns: nobody should learn it from
/// the third row of a load. Everything runs in one transaction, which is rolled back.
/// </summary>
internal sealed class ConstraintTrials
{
    // Of numbers and times, a plausible value may come near a limit that real ones never come near.
    private const double RareShare = 0.01;

    private readonly bool _asciiOnly;
    private readonly TrialAdvice _advice;
    private readonly List<Diagnostic> _problems = [];
    private readonly List<Diagnostic> _warnings = [];
    private readonly Dictionary<(uint, string), List<string>> _notes = [];
    private readonly HashSet<(Mask, string)> _rooms = [];

    private ConstraintTrials(PlanningFacts facts, string locale)
    {
        _asciiOnly = facts.AsciiOnly;
        _advice = new TrialAdvice(facts, locale);
    }

    /// <returns>The plan, which says of each column what its pseudonyms fit, and what couldn't be tried.</returns>
    /// <exception cref="CiAnonException">CIANON1237, CIANON1238: PostgreSQL refuses what a strategy makes; carries every problem.</exception>
    public static Plan Check(Plan plan, Sandbox sandbox, string database, PlanningFacts facts, string locale)
    {
        var masked = plan.Tables.Where(table => table.Rows != RowsMode.None && table.Columns.Any(IsMasked)).ToList();
        if (masked.Count == 0) return plan;
        var trials = new ConstraintTrials(facts, locale);
        foreach (var table in masked) trials.CheckRooms(table);
        trials.CheckDemands(masked, sandbox, database);
        if (trials._problems.Count > 0) throw new CiAnonException([.. trials._problems.DistinctBy(problem => (problem.Position, problem.Message)).OrderBy(problem => problem.Position?.Line ?? 0)]);
        return plan with { Tables = [.. plan.Tables.Select(trials.Noted)], Warnings = [.. plan.Warnings, .. trials._warnings] };
    }

    private static bool IsMasked(ColumnPlan column) => column is { Action: ColumnAction.Masked, Mask: not null };

    // How many characters a text has, nobody needs a server for.
    private void CheckRooms(TablePlan table)
    {
        foreach (var column in table.Columns.Where(column => IsMasked(column) && column.Column.Type.MaxLength is not null && column.Mask!.Batch is null && !table.Table.IsPartition))
        {
            if (!_rooms.Add((column.Mask!, column.Column.Type.Name))) continue;
            var demand = new Demand(table.Table, $"type {column.Column.Type.Name} of {table.Table.FullName}.{column.Column.Name}", [column.Column.Name], [], null);
            var rows = new SampleRows(table, demand, SampleLiterals.None, _asciiOnly);
            var masks = new TrialMasks(rows, demand, table);
            var room = column.Column.Type.MaxLength!.Value;
            var results = Enumerable.Range(0, rows.Count).Where(row => Length(rows[row, rows.FieldOf(column.Column.Name)]) <= room).Select(masks.Apply).OfType<string?[]>().ToList();
            var tooLong = results.Count(result => Length(result[0]) > room);
            if (tooLong == 0) continue;
            Judge(demand, table, [column], new TrialResult(results.Count, [.. Enumerable.Repeat(new RowVerdict(PostgresErrorCodes.StringDataRightTruncation, ""), tooLong)], null), null);
        }
    }

    private static int Length(string? text) => text?.TrimEnd(' ').EnumerateRunes().Count() ?? 0;

    private void CheckDemands(List<TablePlan> masked, Sandbox sandbox, string database)
    {
        using var connection = sandbox.Connect(database);
        var demands = new DemandReader(connection).Read(masked.ToDictionary(table => table.Table.Oid, table => table.Table),
            masked.Select(table => table.Moved).OfType<MovedRows>().DistinctBy(moved => moved.Root.Oid).ToDictionary(moved => moved.Root.Oid));
        var touched = masked.SelectMany(table => demands[table.Table.Oid].Select(demand => (Table: table, Demand: demand, Masked: table.Columns.Where(column => IsMasked(column) && demand.Columns.Contains(column.Column.Name)).ToList())))
            .Where(trial => trial.Masked.Count > 0).ToList();
        if (touched.Count == 0) return;
        using var transaction = connection.BeginTransaction();
        DemandFunction.Prepare(connection);
        foreach (var (table, demand, columns) in touched)
        {
            var result = columns.Find(column => column.Mask!.Batch is not null) is { } batch
                ? TrialResult.NotTried($"'{batch.Strategy!.Name}' answers for many rows at once")
                : new Trial(demand, table, connection, _asciiOnly).Run();
            Judge(demand, table, columns, result, connection);
        }
        transaction.Rollback();
    }

    private void Judge(Demand demand, TablePlan table, List<ColumnPlan> masked, TrialResult result, NpgsqlConnection? connection)
    {
        if (result.Why is { } why || result.Passed)
        {
            foreach (var column in demand.IsLimit ? [] : masked) Note(table, column, result.Why is null ? $"fits {demand.Name}" : $"{demand.Name} not tried: {result.Why}");
            return;
        }
        var raised = result.Failed.Where(verdict => !verdict.IsRefusal).Select(verdict => verdict.State).Distinct().Order().ToList();
        var made = string.Join(" and ", masked.Select(column => $"strategy '{column.Strategy!.Name}' makes of {column.Column.Name}"));
        var share = (double)result.Failed.Count / result.Tried;
        var how = result.Failed.Count == result.Tried ? "" : share > RareShare ? "some of " : "a few of ";
        var others = demand.Columns.Except(masked.Select(column => column.Column.Name)).ToList();
        var beside = others.Count > 0 ? $", beside {string.Join(", ", others)}" : "";
        var position = masked[0].Position;
        if (raised.Count > 0)
        {
            _problems.Add(new Diagnostic(DiagnosticCodes.ConstraintRaises, $"{demand.Name} fails with {string.Join(", ", raised)} on {how}what {made}{beside}{Advice()}", position));
            return;
        }
        var areWords = masked.All(column => (column.Column.Type.Kind & (TypeKind.Integer | TypeKind.Decimal | TypeKind.Date | TypeKind.Timestamp | TypeKind.Time)) == TypeKind.None);
        // Where partitions begin and end, invented values are near, and rows need not be.
        var isCertain = result.Failed.Count == result.Tried || (others.Count == 0 && (areWords || (share > RareShare && !demand.IsPartitioning)));
        if (isCertain) _problems.Add(new Diagnostic(DiagnosticCodes.ConstraintRefuses, $"{demand.Name} refuses {how}what {made}{beside}{Advice()}{(demand.IsPartitioning ? "; or keep it, or give the table a DEFAULT partition in the source database" : "")}", position));
        else _warnings.Add(new Diagnostic(DiagnosticCodes.ConstraintMayRefuse, $"{demand.Name} may refuse what {made}{beside}", position));

        string Advice() => connection is null || masked.Count > 1 ? "" : _advice.For(demand, table, masked[0], connection);
    }

    private void Note(TablePlan table, ColumnPlan column, string note)
    {
        var key = (table.Table.Oid, column.Column.Name);
        if (!_notes.TryGetValue(key, out var notes)) _notes.Add(key, notes = []);
        notes.Add(note);
    }

    private TablePlan Noted(TablePlan table) => table with
    {
        Columns = [.. table.Columns.Select(column => _notes.TryGetValue((table.Table.Oid, column.Column.Name), out var notes) ? column with { Reason = string.Join(", ", [column.Reason, .. notes]) } : column)],
    };
}
