using CiAnon.Catalogs;
using CiAnon.Policies;
using CiAnon.Strategies.Sets;

namespace CiAnon.Planning.Loading;

/// <summary>
/// Decides which tables PostgreSQL must see. What isn't changed holds: same rows, same bytes. Wherever that argument has a gap, the table is
/// loaded.
/// </summary>
internal sealed class LoadPlanner
{
    // Their values are evident: UTF-8 without a zero byte, no longer than the column, which the reading of the artefact checks once more.
    private static readonly HashSet<string> Texts = ["text", "varchar", "bpchar", "citext"];

    // What is masked inside of JSON stays JSON: its walk reads it as such, and writes texts with their escapes and numbers by JSON's grammar.
    private static readonly HashSet<string> Jsons = ["json", "jsonb"];

    private readonly Catalog _catalog;
    private readonly Plan _plan;
    private readonly LoadFacts _facts;
    private readonly Dictionary<uint, List<LoadReason>> _byRoot = [];
    private readonly ILookup<uint, TableConstraint> _constraints;

    private LoadPlanner(Catalog catalog, Plan plan, LoadFacts facts)
    {
        (_catalog, _plan, _facts) = (catalog, plan, facts);
        _constraints = catalog.Constraints.ToLookup(constraint => constraint.Table);
    }

    public static LoadPlan Make(Catalog catalog, Plan plan, LoadFacts facts)
    {
        var planner = new LoadPlanner(catalog, plan, facts);
        foreach (var table in plan.Tables) planner.Judge(table);
        foreach (var key in catalog.ForeignKeys.Where(key => !key.IsUnproven)) planner.Judge(key);
        foreach (var rule in plan.Anonymity)
            planner.Add(catalog.Descendants(rule.Table), new LoadReason(LoadCause.Anonymity, rule.Table.FullName));
        foreach (var reader in facts.Readers) planner.Judge(reader);
        planner.JudgeTrees();
        planner.JudgeExtensions();
        return planner.Result();
    }

    public static LoadPlan Everything(Catalog catalog, Plan plan, string why)
    {
        var reasons = new List<LoadReason> { new(LoadCause.Run, why) };
        var roots = catalog.Tables.Select(catalog.Root).Select(root => root.Oid).Distinct().ToDictionary(oid => oid, _ => reasons);
        return new LoadPlan(catalog, roots,
        [
            .. catalog.Tables.SelectMany(table => table.UniqueKeys.Select(key => Proof(table, key, isCreated: true))),
            .. catalog.Constraints.Where(constraint => constraint.Kind != ConstraintKind.Generated)
                .Select(constraint => Proof(catalog.Get(constraint.Table), constraint, isCreated: true)),
            .. catalog.ForeignKeys.Where(key => !key.IsOfPartition).Select(key => Proof(key, isCreated: true)),
            .. Declared(plan),
        ], filled: null);
    }

    private void Judge(TablePlan plan)
    {
        if (plan.Rows == RowsMode.None) return;
        var masked = plan.Columns.Where(column => column.Mask is not null).ToList();
        foreach (var column in masked.Where(column => !IsEvident(column)))
            Add(plan.Table, new LoadReason(LoadCause.Type, $"{column.Column.Name} ({column.Column.Type.Name})"));
        foreach (var key in plan.Table.UniqueKeys.Where(key => masked.Exists(column => key.IsPartial || key.HasExpressions || key.Columns.Contains(column.Column.Name))))
            Add(plan.Table, new LoadReason(LoadCause.Unique, key.Name));
        foreach (var column in masked.Where(column => column.IsUnique)) Add(plan.Table, new LoadReason(LoadCause.Unique, $"{column.Column.Name} ({UniqueKeys.Declared})"));
        foreach (var constraint in _constraints[plan.Table.Oid].Where(constraint => IsTouched(constraint, masked)))
            Add(plan.Table, new LoadReason(CauseOf(constraint.Kind), constraint.Name));
    }

    // What a query or a program answers may be NULL.
    private bool IsEvident(ColumnPlan column) => column.Mask!.WritesNull
        || (_facts.IsUnicode && Texts.Contains(column.Column.Type.BaseName) && column.Mask.Batch is null or ShuffleMask)
        || (_facts.IsUnicode && Jsons.Contains(column.Column.Type.BaseName) && column.Mask.StaysJson)
        || _facts.IsValid(column);

    // A check that calls who knows what may read other tables, which change.
    private static bool IsTouched(TableConstraint constraint, List<ColumnPlan> masked)
    {
        if (constraint.IsUnproven) return false;
        if (constraint is { Kind: ConstraintKind.Check, IsOpaque: true }) return true;
        if (masked.Count == 0) return false;
        return constraint.ReadsAll || constraint.IsOpaque || masked.Exists(column => constraint.Columns.Contains(column.Column.Name));
    }

    private void Judge(ForeignKey key)
    {
        var (child, parent) = (_plan[key.Table], _plan[key.Referenced]);
        if (child.Rows == RowsMode.None) return;
        var losesParents = _catalog.Tree(key.Referenced).Select(table => _plan[table]).Any(table => table.Rows == RowsMode.None || table.MayLoseRows);
        var isMasked = IsMasked(key.Table, key.Columns) || IsMasked(key.Referenced, key.ReferencedColumns);
        // A key of one partition is none of the others': what it says of a row ends or begins where the row moves.
        var moves = !key.IsOfPartition && (MayMove(key.Table) || MayMove(key.Referenced));
        if (!losesParents && !moves && (!isMasked || IsSameFunction(key))) return;
        var reason = new LoadReason(LoadCause.ForeignKey, $"{key.Name} of {child.Table.FullName}");
        Add(child.Table, reason);
        Add(parent.Table, reason);
    }

    private bool MayMove(Table table) => table.IsPartition && _catalog.Tree(_catalog.Root(table)).Any(part => _plan[part].Moved is not null || (_facts.EntersAtTop(part) && Changes(part)));

    // What PostgreSQL takes for equal must be equal to the function, too.
    private bool IsSameFunction(ForeignKey key) =>
        IsMasked(key.Table, key.Columns) && !key.Columns.Any(column => _facts.ComparesLoosely(key.Table, column)) && !key.ReferencedColumns.Any(column => _facts.ComparesLoosely(key.Referenced, column)) && key.Columns.Zip(key.ReferencedColumns).All(pair => IsSameFunction(_plan[key.Table].Find(pair.First)!, _plan[key.Referenced].Find(pair.Second)!))
        && !key.Table.IsPartition && key.Table.Kind != TableKind.Partitioned && !key.Referenced.IsPartition && key.Referenced.Kind != TableKind.Partitioned;

    private bool IsSameFunction(ColumnPlan child, ColumnPlan parent)
    {
        if (child.Mask is null && parent.Mask is null) return true;
        return child.Mask is { SeesRow: false, Batch: null, ReplacesNull: false, WritesNull: false } mask && ReferenceEquals(mask, parent.Mask)
            && child is { Condition: null, Strategy.Guarantees.Deterministic: true } && parent.Condition is null && IsEvident(child) && child.Column.Type.Name == parent.Column.Type.Name;
    }

    // Masks may stand on the parts of a tree, and a key on its top; what is computed from other columns changes with them.
    private bool IsMasked(Table table, IReadOnlyList<string> columns) =>
        _catalog.Tree(table).Select(member => _plan[member]).Any(plan => columns.Any(column => plan.Find(column) is { } found
            && (found.Mask is not null || (found.Column.IsGenerated && plan.Columns.Any(other => other.Mask is not null)))));

    private void Judge(Reader reader)
    {
        var tables = ReadBy(reader);
        // A view over rows that nobody changed is what it was.
        if (reader.Cause == LoadCause.MaterializedView && !tables.Any(Changes)) return;
        Add(tables, new LoadReason(reader.Cause, reader.Name));
    }

    private IReadOnlyList<Table> ReadBy(Reader reader) => reader.Tables is null ? _catalog.Tables : [.. reader.Tables.SelectMany(_catalog.Descendants).Distinct()];

    private bool Changes(Table table) => _plan[table] is var plan && (plan.Rows == RowsMode.None || plan.MayLoseRows || plan.Columns.Any(column => column.Mask is not null));

    private void JudgeTrees()
    {
        foreach (var table in _catalog.Tables.Where(table => table.IsPartition && _facts.EntersAtTop(table) && _catalog.Tree(_catalog.Root(table)).Any(Changes)))
            Add(table, new LoadReason(LoadCause.Partition, _catalog.Root(table).FullName));
        foreach (var plan in _plan.Tables.Where(plan => plan.Moved is not null)) Add(plan.Table, new LoadReason(LoadCause.PartitionKey, plan.Moved!.Words));
    }

    // Their keys are created again over the rows, all of them or none.
    private void JudgeExtensions()
    {
        var tables = _catalog.Tables.Where(table => table.IsFromExtension).ToList();
        if (tables.Exists(table => _byRoot.ContainsKey(_catalog.Root(table).Oid))) Add(tables, new LoadReason(LoadCause.Run, "tables of extensions are loaded together"));
    }

    private void Add(IEnumerable<Table> tables, LoadReason reason)
    {
        foreach (var table in tables) Add(table, reason);
    }

    private void Add(Table table, LoadReason reason)
    {
        var root = _catalog.Root(table).Oid;
        if (!_byRoot.TryGetValue(root, out var reasons)) _byRoot.Add(root, reasons = []);
        if (!reasons.Contains(reason)) reasons.Add(reason);
    }

    private LoadPlan Result()
    {
        var loaded = _byRoot.Keys.ToHashSet();
        bool IsLoaded(Table table) => loaded.Contains(_catalog.Root(table).Oid);
        return new LoadPlan(_catalog, _byRoot,
        [
            .. _catalog.Tables.SelectMany(table => table.UniqueKeys.Select(key => Proof(table, key, IsLoaded(table)))),
            .. Declared(_plan),
            .. _catalog.Constraints.Where(constraint => constraint.Kind != ConstraintKind.Generated)
                .Select(constraint => Proof(_catalog.Get(constraint.Table), constraint, IsLoaded(_catalog.Get(constraint.Table)))),
            .. _catalog.ForeignKeys.Where(key => !key.IsOfPartition).Select(key => Proof(key, IsLoaded(key.Table) && IsLoaded(key.Referenced), IsSameFunction(key))),
        ], _facts.Readers.Where(reader => reader.Cause == LoadCause.MaterializedView && ReadBy(reader).All(IsLoaded)).Select(reader => reader.Name));
    }

    // No constraint: PostgreSQL counts.
    private static IEnumerable<ConstraintProof> Declared(Plan plan) => plan.Tables.Where(table => table.Rows != RowsMode.None)
        .SelectMany(table => table.Columns.Where(column => column.IsUnique).Select(column => new ConstraintProof(table.Table, $"{column.Column.Name} ({UniqueKeys.Declared})", "UNIQUE", ProofKind.Created)));

    private static ConstraintProof Proof(Table table, TableConstraint constraint, bool isCreated) =>
        new(table, constraint.Name, Words(constraint.Kind), constraint.IsUnproven ? ProofKind.Unproven : isCreated ? ProofKind.Created : ProofKind.Unchanged);

    private static ConstraintProof Proof(Table table, UniqueKey key, bool isCreated) =>
        new(table, key.Name, key.IsPrimary ? "PRIMARY KEY" : "UNIQUE", isCreated ? ProofKind.Created : ProofKind.Unchanged);

    private static ConstraintProof Proof(ForeignKey key, bool isCreated, bool isSameFunction = false) =>
        new(key.Table, key.Name, "FOREIGN KEY", key.IsUnproven ? ProofKind.Unproven : isCreated ? ProofKind.Created : isSameFunction ? ProofKind.SameFunction : ProofKind.Unchanged);

    private static LoadCause CauseOf(ConstraintKind kind) => kind switch
    {
        ConstraintKind.Exclusion => LoadCause.Exclusion,
        ConstraintKind.Check => LoadCause.Check,
        ConstraintKind.Generated => LoadCause.Generated,
        _ => LoadCause.Domain,
    };

    private static string Words(ConstraintKind kind) => kind switch
    {
        ConstraintKind.Exclusion => "EXCLUDE",
        ConstraintKind.Check => "CHECK",
        _ => "DOMAIN",
    };
}
