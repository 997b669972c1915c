using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning.Rows;
using CiAnon.Policies;

namespace CiAnon.Planning;

/// <summary>Policy × catalog → plan, or everything that is wrong, at once.</summary>
public sealed class Planner
{
    private readonly Policy _policy;
    private readonly Catalog _catalog;
    private readonly PlanningFacts _facts;
    private readonly List<Diagnostic> _problems = [];
    private readonly Dictionary<(uint, string), ColumnDraft> _drafts = [];
    private readonly RuleBook _rules;
    private readonly IReadOnlyList<Reference> _declared;
    private readonly RowsPlanner _rows;
    private RowsPlan _rowsPlan = RowsPlan.All;
    private IReadOnlyDictionary<uint, MovedRows> _moved = new Dictionary<uint, MovedRows>();

    private Planner(Policy policy, Catalog catalog, PlanningFacts facts)
    {
        _policy = policy;
        _facts = facts;
        _declared = RowsPlanner.Declared(policy, catalog, _problems);
        // What holds for all rows is a key like others: a mask flows along it.
        _catalog = catalog.With(_declared.Where(reference => reference.When is null).Select(reference => reference.ToForeignKey()));
        _rules = new RuleBook(policy, catalog, _problems);
        _rows = new RowsPlanner(policy, catalog, _rules, _problems);
    }

    /// <exception cref="CiAnonException">The policy doesn't cover or doesn't fit the dump (CIANON12nn); carries every problem.</exception>
    public static Plan Make(Policy policy, Catalog catalog, PlanningFacts facts) => new Planner(policy, catalog, facts).Make();

    /// <summary>The same for who judges a policy: nothing is thrown, and what nobody decided is marked so.</summary>
    public static PlanReview Review(Policy policy, Catalog catalog, PlanningFacts facts)
    {
        var planner = new Planner(policy, catalog, facts);
        planner.Draft();
        return new PlanReview([.. catalog.Tables.Select(planner.ToPlan)], planner.InOrder);
    }

    private IReadOnlyList<Diagnostic> InOrder =>
        [.. _problems.Distinct().OrderBy(problem => problem.Position?.Line ?? 0).ThenBy(problem => problem.Position?.Column ?? 0)];

    private Plan Make()
    {
        var anonymity = Draft();
        if (_problems.Any(problem => problem.Severity == Severity.Error)) throw new CiAnonException(InOrder);
        return new Plan([.. _catalog.Tables.Select(ToPlan)], _problems) { Anonymity = anonymity, Rows = _rowsPlan };
    }

    private IReadOnlyList<AnonymityTarget> Draft()
    {
        foreach (var table in _catalog.Tables)
            foreach (var column in table.Columns)
                _drafts[(table.Oid, column.Name)] = new ColumnDraft(table, column);

        foreach (var draft in _drafts.Values) ApplyRule(draft);
        foreach (var draft in _drafts.Values.Where(draft => draft.Action is null && !_catalog.IsReferencing(draft.Table, draft.Column.Name))) Classify(draft);
        new KeyPropagation(_catalog, Draft, _problems).Run();
        foreach (var draft in _drafts.Values.Where(draft => draft.Action is null)) Classify(draft);
        SettleUnlisted();
        new ShuffleRules(_problems).Check([.. _drafts.Values]);
        foreach (var table in _catalog.Tables) new UniqueKeys(_problems).Check(table, column => Draft(table, column));
        _moved = new PartitionKeys(_catalog, _facts, Draft, _rows.Mode, _problems).Check();
        new SpreadRules(_catalog, _declared, _problems).Check(_drafts.Values);
        new DomainCompiler(_facts, _catalog, _policy.Locale, Path.GetDirectoryName(Path.GetFullPath(_policy.Path))!, _problems)
            .Compile([.. _drafts.Values.Where(draft => draft.Action == ColumnAction.Masked)]);
        PolymorphicKeys.Check(_declared, Draft, _problems);
        _rowsPlan = _rows.Plan(_declared);
        CheckLargeObjects();
        return AnonymityTarget.Find(_policy.Anonymity, _catalog, _problems);
    }

    private ColumnDraft Draft(Table table, string column) => _drafts[(table.Oid, column)];

    private void ApplyRule(ColumnDraft draft)
    {
        if (_rules.IsUnsaidMarker(draft.Table))
        {
            draft.Settle(ColumnAction.Empty, "the marker of a database that was anonymized where it stands: its rows are left out");
            return;
        }
        var own = _rules.Own(draft.Table, draft.Column.Name);
        if (draft.Column.IsGenerated)
        {
            draft.Settle(ColumnAction.Generated, "computed from other columns on restore");
            if (own is { Strategy.Name: not "keep" })
                _problems.Add(new Diagnostic(DiagnosticCodes.GeneratedColumn,
                    $"{draft.FullName} is generated from other columns and can't have a rule: mask the columns that it is computed from", own.Position));
            return;
        }
        var preset = _rules.Preset(draft.Table, draft.Column.Name);
        var general = _rules.ByName(draft.Column.Name);
        if (general is { NamesEverything: false } && (own is null || Yields(own, general, draft.Column.Name))) Take(draft, general, isOwn: false);
        else if (own is not null && (preset is null || !own.KeepsByPattern(draft.Column.Name))) Take(draft, own, isOwn: true);
        else if (preset is { } known) Take(draft, known.Rule, isOwn: false, $"preset {known.Preset}");
        else if (_rules.Entries(draft.Table).Select(entry => entry.Entry.KeepAll).FirstOrDefault(keep => keep is not null) is { } keepAll) Keep(draft, keepAll, "keep: all");
        else if (general is not null) Take(draft, general, isOwn: false);
    }

    // Somebody decided on columns of this name: whoever keeps others of a table by a pattern didn't think of it.
    private static bool Yields(ColumnRule own, ColumnRule general, string column) =>
        own.KeepsByPattern(column) && (own.NamesEverything || general.Strategy.Name != "keep");

    private void Take(ColumnDraft draft, ColumnRule rule, bool isOwn, string? preset = null)
    {
        draft.Rule = rule;
        draft.IsOwnRule = isOwn && !rule.KeepsByPattern(draft.Column.Name);
        var undecided = rule.Proposed is { } words ? $", undecided ({words})" : "";
        if (rule.Strategy.Name == "keep") Keep(draft, rule.Decision ?? new Decision(null, null, null, rule.Position), (preset ?? (isOwn ? $"keep{Overruled(draft)}" : $"keep: column {rule.Column}")) + undecided);
        else
        {
            var condition = rule.Condition is { } rows ? $", {rows.Words}{(rule.Decision?.Reason is { } reason ? $" ({reason})" : "")}" : "";
            draft.MaskWith(rule.Strategy, rule.Options, (preset ?? (isOwn ? "rule" : $"rule for columns {rule.Column}")) + (rule.Spread is { } spread ? $", {spread.Words}" : "") + condition + undecided, rule.Position);
            draft.Ledger = rule.Decision;
        }
    }

    private string Overruled(ColumnDraft draft) => _rules.ByName(draft.Column.Name) is { Strategy.Name: not "keep" } general
        ? $", against the rule for columns {general.Column} in line {general.Position.Line}" : "";

    private static void Keep(ColumnDraft draft, Decision decision, string how)
    {
        draft.Settle(ColumnAction.Kept, decision.Reason is { } reason ? $"{how} ({reason})" : how);
        draft.Ledger = decision;
        draft.Position = decision.Position;
    }

    private void Classify(ColumnDraft draft)
    {
        if (draft.Table.IsFromExtension && !ExtensionTables.IsWritten(draft.Table, draft.Column))
        {
            draft.Settle(ColumnAction.Structural, "belongs to an extension");
            return;
        }
        if (Classification.Structural(draft.Table, draft.Column, _catalog) is { } reason) draft.Settle(ColumnAction.Structural, reason);
    }

    private void SettleUnlisted()
    {
        var undecided = _drafts.Values.Where(draft => draft.Action is null).ToList();
        foreach (var draft in undecided)
        {
            if (!_facts.HasRows(draft.Table) || _rows.Mode(draft.Table) == RowsMode.None)
                draft.Settle(ColumnAction.Empty, "no rows");
            else if (_policy.Unlisted == UnlistedMode.Keep)
                draft.Settle(ColumnAction.Kept, "unlisted: keep");
            else if (_policy.Unlisted == UnlistedMode.Mask && UnlistedMasks.For(draft.Table, draft.Column) is { } mask)
                draft.MaskWith(mask.Strategy, mask.Options, "unlisted: mask", null);
        }

        var code = _policy.Unlisted switch
        {
            UnlistedMode.Keep => DiagnosticCodes.KeptUnlisted,
            UnlistedMode.Mask => DiagnosticCodes.NoMaskFor,
            _ => DiagnosticCodes.Undecided,
        };
        var reported = undecided.Where(draft => draft.Action is null || draft is { Action: ColumnAction.Kept });
        foreach (var table in reported.Where(draft => !draft.Table.IsPartition).GroupBy(draft => draft.Table))
        {
            var columns = string.Join(", ", table.Select(draft => $"{draft.Column.Name} ({draft.Column.Type.Name})"));
            var message = code == DiagnosticCodes.KeptUnlisted
                ? $"table {table.Key.FullName} keeps columns that nobody decided on: {columns}"
                : $"table {table.Key.FullName} has columns without a decision: {columns}; `ci-anon init` and `ci-anon audit --fix` propose rules; or give each a strategy under columns, or list it under keep";
            _problems.Add(new Diagnostic(code, message, _rules.Own(table.Key)?.Position ?? new SourcePosition(_policy.Path, 1, 1)));
        }
    }

    private void CheckLargeObjects()
    {
        if (_facts.HasLargeObjects && _policy.LargeObjects is null)
            _problems.Add(new Diagnostic(DiagnosticCodes.LargeObjectsUndecided,
                "the dump has large objects: add `large_objects: drop` or `large_objects: keep`", new SourcePosition(_policy.Path, 1, 1)));
        if (_facts.HasLargeObjects && _policy.LargeObjects == LargeObjectMode.Keep && _rowsPlan.IsSelective)
            _problems.Add(new Diagnostic(DiagnosticCodes.LargeObjectsOfAllRows,
                "`large_objects: keep` keeps those of rows that are left out, too: which row an object belongs to, no dump says", new SourcePosition(_policy.Path, 1, 1)));
    }

    private TablePlan ToPlan(Table table)
    {
        var filter = _rows.Filter(table);
        return new TablePlan(table, _rows.Mode(table), [.. table.Columns.Select(column => Draft(table, column.Name).ToPlan())])
        {
            Filter = filter,
            FilterOwner = filter is null ? null : _rows.FilterOwner(table),
            MayLoseRows = _rowsPlan.MayLose.Contains(table.Oid),
            Moved = table is { IsPartition: true, Kind: not TableKind.Partitioned } ? _moved.GetValueOrDefault(_catalog.Root(table).Oid) : null,
        };
    }
}
