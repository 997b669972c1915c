using CiAnon.Planning;
using Npgsql;

namespace CiAnon.Stages.Trials;

/// <summary>Tries one demand: of invented rows that PostgreSQL takes, it must take what the masks make of them, too.</summary>
internal sealed class Trial(Demand demand, TablePlan plan, NpgsqlConnection connection, bool asciiOnly)
{
    private const string Savepoint = "ci_anon_trial";

    // Syntax errors and access rule violations: the expression can't stand where we put it.
    private const string OutOfPlace = "42";

    // Where so many plausible rows are admitted, nothing need be made up from what the demand says, which lies at its limits mostly.
    private const int Enough = 20;
    private const int FewestRows = 3;

    public TrialResult Run()
    {
        Execute($"SAVEPOINT {Savepoint}");
        try
        {
            var function = new DemandFunction(demand, connection);
            var plausible = Admit(SampleLiterals.None, function);
            if (plausible.Why is not null || plausible.Rows.Count >= Enough) return Judge(plausible, function);
            var made = Admit(SampleLiterals.Of(demand.Text), function);
            return Judge(made, function);
        }
        catch (PostgresException failure) when (failure.SqlState is not (PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown))
        {
            Execute($"ROLLBACK TO {Savepoint}");
            return TrialResult.NotTried(failure.SqlState == PostgresErrorCodes.QueryCanceled ? "it takes too long" : $"it can't be judged outside of its table ({failure.SqlState})");
        }
    }

    private Admitted Admit(SampleLiterals literals, DemandFunction function)
    {
        var rows = new SampleRows(plan, demand, literals, asciiOnly);
        if (rows.Count == 0) return new Admitted(rows, [], "no values of its columns' types can be invented");
        var verdicts = function.Judge(ByColumn([.. Enumerable.Range(0, rows.Count).Select(row => demand.Columns.Select(column => rows[row, rows.FieldOf(column)]).ToArray())]));
        if (verdicts.All(verdict => verdict.State.StartsWith(OutOfPlace, StringComparison.Ordinal))) return new Admitted(rows, [], $"it can't be judged outside of its table ({verdicts[0].State})");
        return new Admitted(rows, [.. verdicts.Index().Where(verdict => verdict.Item.Passes).Select(verdict => verdict.Index)], null);
    }

    private TrialResult Judge(Admitted admitted, DemandFunction function)
    {
        if (admitted.Why is { } why) return TrialResult.NotTried(why);
        if (admitted.Rows.Count < FewestRows) return TrialResult.NotTried("no invented value satisfies it");
        var masks = new TrialMasks(admitted.Samples, demand, plan);
        var masked = admitted.Rows.Select(masks.Apply).OfType<string?[]>().ToList();
        if (masked.Count == 0) return TrialResult.NotTried("the strategy takes no invented value that satisfies it");
        // What a type refuses is told as the type's refusal, and no CHECK ever sees it.
        var verdicts = function.Judge(ByColumn(masked)).Where(verdict => !demand.IsCheck || verdict.State == RowVerdict.False || !verdict.IsRefusal).ToList();
        return verdicts.Count == 0 ? TrialResult.NotTried("a column's type refuses them before") : new TrialResult(verdicts.Count, [.. verdicts.Where(verdict => !verdict.Passes)], null);
    }

    private List<string?[]> ByColumn(List<string?[]> rows) => [.. demand.Columns.Select((_, column) => rows.Select(row => row[column]).ToArray())];

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <param name="Why">Why nothing can be tried; null where it can.</param>
    private sealed record Admitted(SampleRows Samples, IReadOnlyList<int> Rows, string? Why);
}
