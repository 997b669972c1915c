using System.Text;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Audits.Proposals;

/// <summary>
/// Finds rules for every column that a policy doesn't decide on yet. What comes out is proven: the planner accepts the policy with
/// the rules in it, for this dump's schema.
/// </summary>
public sealed class PolicyProposal
{
    private readonly string _path;
    private readonly string _text;
    private readonly Catalog _catalog;
    private readonly PlanningFacts _facts;
    private readonly Func<string, string?> _environment;
    private readonly ColumnCases _cases;
    private readonly Dictionary<(uint Table, string Column), Pending> _pending = [];

    private PolicyProposal(string path, string text, Catalog catalog, PlanningFacts facts, ColumnCases cases, Func<string, string?> environment)
    {
        _path = path;
        _text = text;
        _catalog = catalog;
        _facts = facts;
        _cases = cases;
        _environment = environment;
    }

    /// <param name="path">Of the policy, for messages.</param>
    /// <param name="text">The policy as it is; at least its version.</param>
    /// <param name="today">Decisions that ended before it have expired.</param>
    /// <exception cref="CiAnonException">The policy as it is has errors, or doesn't fit the schema.</exception>
    /// <returns>The rules, and the columns whose values look personal and that no strategy fits: nobody but a person decides on those.</returns>
    public static (IReadOnlyList<Proposal> Added, IReadOnlyList<string> Left) Make(string path, string text, Catalog catalog, PlanningFacts facts, ColumnCases cases,
        Func<string, string?> environment, DateOnly today) =>
        new PolicyProposal(path, text, catalog, facts, cases, environment).Make(today);

    private (IReadOnlyList<Proposal>, IReadOnlyList<string>) Make(DateOnly today)
    {
        var isFirst = true;
        _cases.Follow(Read(today), _catalog, _facts);
        while (true)
        {
            var policy = Read(today);
            Plan plan;
            try
            {
                plan = Planner.Make(policy with { Unlisted = UnlistedMode.Keep }, _catalog, _facts);
            }
            catch (CiAnonException exception)
            {
                if (!Advance(policy, exception.Diagnostics)) throw;
                continue;
            }
            if (AddUndecided(plan, isFirst) == 0 && !isFirst) break;
            isFirst = false;
        }
        return ([.. Proposals], [.. _pending.Values.Where(pending => pending.Proposal is null).Select(pending => pending.Name)]);
    }

    private IEnumerable<Proposal> Proposals => _pending.Values.Select(pending => pending.Proposal).OfType<Proposal>();

    private Policy Read(DateOnly today)
    {
        var edited = PolicyEdit.Add(_text, [.. Proposals.Select(proposal => proposal.Rule)], Identity);
        return Read(_path, edited, _environment, today);
    }

    /// <exception cref="CiAnonException">It has errors, or speaks of several databases.</exception>
    public static Policy Read(string path, string text, Func<string, string?> environment, DateOnly today)
    {
        var result = new PolicyReader(StrategyRegistry.All, Locales.All).Read(path, Encoding.UTF8.GetBytes(text), environment, today);
        var policy = result.Policy ?? throw new CiAnonException(result.Diagnostics);
        return policy.Databases is null ? policy : throw PolicyOfDatabases(path);
    }

    /// <summary>Rules are added to a policy of one database alone.</summary>
    public static CiAnonException PolicyOfDatabases(string path) =>
        new(DiagnosticCodes.Usage, $"{path} speaks of several databases, and rules are proposed for one alone: write a policy for it with 'ci-anon init DUMP --database NAME --output FILE', and move its rules under databases");

    private string Identity(string name) => TableNames.Find(name, _catalog)?.FullName ?? name;

    // Keys that reference others take over what is decided for those; in the second round, what is still open gets its own rule.
    private int AddUndecided(Plan plan, bool skipKeys)
    {
        var before = _pending.Count;
        foreach (var table in plan.Tables.Where(table => table.Table is { IsPartition: false } && table.Rows == RowsMode.All))
        {
            foreach (var column in table.Columns)
            {
                var key = (table.Table.Oid, column.Column.Name);
                if (_pending.ContainsKey(key) || IsInherited(table.Table, column.Column.Name)) continue;
                if (table.Table.IsFromExtension && !ExtensionTables.IsWritten(table.Table, column.Column)) continue;
                if (skipKeys && _catalog.IsReferencing(table.Table, column.Column.Name)) continue;
                if (NeedsDecision(table.Table, column)) _pending.Add(key, new Pending(_cases.Of(table.Table, column.Column)));
            }
        }
        return _pending.Count - before;
    }

    private bool NeedsDecision(Table table, ColumnPlan column) => column.Action switch
    {
        ColumnAction.Empty => true,
        ColumnAction.Kept => column.Ledger is null && column.Position is null,
        // Numbers whose values betray them: phone numbers in a bigint. And those that the name calls a customer's or a case's: a person looks.
        ColumnAction.Structural => !_catalog.IsReferencing(table, column.Column.Name) && column.Reason != "surrogate key"
            && _cases.Of(table, column.Column).Verdict is { Kind: not null, IsSure: true } or { Kind: PersonalKind.RecordNumber },
        _ => false,
    };

    // The parent's rule holds for its children.
    private bool IsInherited(Table table, string column) => _catalog.Ancestors(table).Any(parent => parent.Find(column) is { } known && (!parent.IsFromExtension || ExtensionTables.IsWritten(parent, known)));

    private bool Advance(Policy policy, IReadOnlyList<Diagnostic> problems)
    {
        var lines = problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Position?.Line).ToHashSet();
        var advanced = false;
        foreach (var table in policy.Tables)
        {
            if (TableNames.Find(table.Name, _catalog) is not { } found) continue;
            foreach (var rule in table.Columns.Where(rule => lines.Contains(rule.Position.Line)))
                advanced |= _pending.TryGetValue((found.Oid, rule.Column), out var pending) && pending.Advance();
        }
        return advanced;
    }

    private sealed class Pending(ColumnCase column)
    {
        private readonly IReadOnlyList<MaskChoice> _choices = MaskChoices.For(column);
        private int _at;

        public string Name => $"{column.Table.FullName}.{column.Column.Name}";

        /// <summary>Null when nothing fits.</summary>
        public Proposal? Proposal => _at < _choices.Count ? new(column.Table, column.Column, column.Verdict, _choices[_at]) : null;

        public bool Advance()
        {
            if (_at == _choices.Count - (column.Verdict.Seen.Count > 0 ? 0 : 1)) return false;
            _at++;
            return true;
        }
    }
}
