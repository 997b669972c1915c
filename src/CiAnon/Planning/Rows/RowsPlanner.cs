using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Policies.Rows;

namespace CiAnon.Planning.Rows;

/// <summary>What the policy says of rows, resolved against the catalog: per table, for a subset, and along which references.</summary>
internal sealed class RowsPlanner(Policy policy, Catalog catalog, RuleBook rules, List<Diagnostic> problems)
{
    /// <summary>The policy's references, with tables and columns found; those that can't be found are reported.</summary>
    public static IReadOnlyList<Reference> Declared(Policy policy, Catalog catalog, List<Diagnostic> problems) =>
        [.. policy.References.Select(rule => Resolve(rule, catalog, problems)).OfType<Reference>()];

    /// <summary>What holds for a table: its own word or that of the nearest parent that has one, then <c>exclude</c>, then a preset.</summary>
    public RowsMode Mode(Table table) => Stated(table) is { } entry ? entry.Rows
        : policy.Excluded.Any(excluded => Names(table).Any(excluded.Covers)) || rules.PresetHasNoRows(table) || rules.IsUnsaidMarker(table) ? RowsMode.None : RowsMode.All;

    public RowsFilter? Filter(Table table) => Stated(table)?.Filter;

    /// <summary>The table whose entry has the filter: in its condition, the rows' table is called so.</summary>
    public Table FilterOwner(Table table) => rules.Entries(table).First(entry => entry.Entry.StatesRows).Table;

    /// <param name="declared">The policy's references.</param>
    public RowsPlan Plan(IReadOnlyList<Reference> declared)
    {
        foreach (var excluded in policy.Excluded.Where(excluded => !catalog.Tables.Any(table => excluded.Covers(table.FullName))))
            problems.Add(new Diagnostic(DiagnosticCodes.RuleMatchesNothing, $"exclude: no table is called '{excluded.Glob}'; remove it if it isn't needed any more", excluded.Position));
        foreach (var table in catalog.Tables) CheckSample(table);
        var subset = policy.Subset is { } rule ? Target(rule) : null;
        IReadOnlyList<Reference> references = [.. catalog.ForeignKeys.Where(key => !key.IsOfPartition).Select(Reference.Of), .. declared];
        var whole = catalog.Tables.Where(table => Stated(table) is { Rows: RowsMode.All, Filter: null }).Select(table => table.Oid).ToHashSet();
        return new RowsPlan(references, subset, whole, MayLose(references, subset, whole));
    }

    private HashSet<uint> MayLose(IReadOnlyList<Reference> references, SubsetTarget? subset, HashSet<uint> whole)
    {
        var dropped = catalog.Tables.Where(table => Mode(table) == RowsMode.None).Select(table => table.Oid).ToHashSet();
        var losing = catalog.Tables.Where(table => Filter(table) is not null || (subset is not null && !whole.Contains(table.Oid)))
            .Select(table => table.Oid).Concat(dropped).ToHashSet();
        var referring = references.SelectMany(reference => catalog.Tree(reference.Referenced).Select(table => (table.Oid, reference.Table))).ToLookup(pair => pair.Oid, pair => pair.Table);
        var waiting = new Queue<uint>(losing);
        while (waiting.TryDequeue(out var oid))
        {
            foreach (var table in referring[oid].SelectMany(catalog.Tree))
                if (losing.Add(table.Oid)) waiting.Enqueue(table.Oid);
        }
        losing.ExceptWith(dropped);
        return losing;
    }

    private TablePolicy? Stated(Table table) => rules.Entries(table).Select(entry => entry.Entry).FirstOrDefault(entry => entry.StatesRows);

    private IEnumerable<string> Names(Table table) => catalog.Ancestors(table).Prepend(table).Select(known => known.FullName);

    private void CheckSample(Table table)
    {
        if (rules.Own(table)?.Filter?.Sample is not { } sample) return;
        foreach (var column in new[] { sample.By, sample.Stratify }.OfType<string>()) RequireColumn(table, column, sample.Position, problems);
    }

    private SubsetTarget? Target(SubsetRule rule)
    {
        if (TableNames.Find(rule.From, catalog) is { } table) return new(table, rule);
        problems.Add(TableNames.Unknown(rule.From, catalog, rule.Position));
        return null;
    }

    private static Reference? Resolve(ReferenceRule rule, Catalog catalog, List<Diagnostic> problems)
    {
        var table = TableNames.Find(rule.Table, catalog);
        var to = TableNames.Find(rule.To, catalog);
        if (table is null) problems.Add(TableNames.Unknown(rule.Table, catalog, rule.Position));
        if (to is null) problems.Add(TableNames.Unknown(rule.To, catalog, rule.Position));
        if (table is null || to is null) return null;
        var key = rule.Key.Count > 0 ? rule.Key : to.UniqueKeys.FirstOrDefault(unique => unique.IsPrimary)?.Columns ?? [];
        if (key.Count != rule.Columns.Count)
        {
            problems.Add(new Diagnostic(DiagnosticCodes.ReferenceDoesNotFit, key.Count == 0
                ? $"{to.FullName} has no primary key: name the columns that {string.Join(", ", rule.Columns)} refers to under 'key'"
                : $"the primary key of {to.FullName} is ({string.Join(", ", key)}), and 'columns' names {rule.Columns.Count}: name what they refer to under 'key'", rule.Position));
            return null;
        }
        var isKnown = rule.Columns.Count(column => RequireColumn(table, column, rule.Position, problems)) == rule.Columns.Count
            & key.Count(column => RequireColumn(to, column, rule.Position, problems)) == key.Count
            & (rule.When is not { } when || RequireColumn(table, when.Column, when.Position, problems));
        return isKnown ? new Reference($"references, line {rule.Position.Line}", table, rule.Columns, to, key, IsProven: false, rule.When, rule.Position) : null;
    }

    private static bool RequireColumn(Table table, string column, SourcePosition position, List<Diagnostic> problems)
    {
        if (table.Find(column) is { } found)
        {
            if (!found.IsGenerated) return true;
            problems.Add(new Diagnostic(DiagnosticCodes.ReferenceDoesNotFit, $"{table.FullName}.{column} is generated: a dump has no values of it to tell rows by", position));
            return false;
        }
        problems.Add(TableNames.UnknownColumn(table, column, position));
        return false;
    }
}
