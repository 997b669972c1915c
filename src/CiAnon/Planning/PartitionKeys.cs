using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Policies;

namespace CiAnon.Planning;

/// <summary>Partition trees with a masked key: their rows move to the partitions that masked values belong to.</summary>
internal sealed class PartitionKeys(Catalog catalog, PlanningFacts facts, Func<Table, string, ColumnDraft> draft, Func<Table, RowsMode> mode, List<Diagnostic> problems)
{
    /// <returns>By the oid of a tree's top.</returns>
    public IReadOnlyDictionary<uint, MovedRows> Check() =>
        catalog.Tables.Where(table => table is { Kind: TableKind.Partitioned, IsPartition: false }).Select(Check).OfType<MovedRows>().ToDictionary(moved => moved.Root.Oid);

    private MovedRows? Check(Table root)
    {
        var tree = catalog.Tree(root).ToList();
        var parts = tree.Where(table => table.Kind != TableKind.Partitioned).ToList();
        if (!parts.Exists(HasRows)) return null;
        var names = tree.SelectMany(table => table.PartitionKey).ToHashSet();
        var keys = tree.SelectMany(table => table.Columns.Where(column => names.Contains(column.Name)).Select(column => draft(table, column.Name)))
            .Where(column => column.Action == ColumnAction.Masked).DistinctBy(column => column.Column.Name).ToList();
        if (keys.Count == 0) return null;
        // What a table's plan says of its columns must be true of all rows that it gets.
        foreach (var other in parts.SelectMany(table => table.Columns.Where(column => root.Find(column.Name) is not null).Select(column => draft(table, column.Name))).Where(column => !IsSame(column, draft(root, column.Column.Name))))
            Refuse(keys[0], $"{other.FullName} has another rule than the other partitions: write one under {root.FullName}", other.Position);
        if (parts.Find(table => !HasRows(table)) is { } closed)
            Refuse(keys[0], $"{closed.FullName} can take none, {Why(closed)}; or keep {keys[0].Column.Name}");
        return new MovedRows(root, [.. keys.Select(column => column.Column.Name)], [.. names]);
    }

    private bool HasRows(Table table) => facts.HasRows(table) && mode(table) != RowsMode.None;

    private string Why(Table table) => table.Kind == TableKind.Foreign ? "as it lies on another server: leave it out of the dump"
        : facts.HasRows(table) ? "as the policy drops its rows: leave out rows of the whole tree instead (`rows: { where: … }`)"
        : "as the dump has no block for its rows: dump them, too";

    private static bool IsSame(ColumnDraft one, ColumnDraft other) => one.Action == ColumnAction.Masked
        ? other.Action == ColumnAction.Masked && one.Strategy == other.Strategy && one.Options.ToString() == other.Options.ToString() && ReferenceEquals(one.Rule, other.Rule)
        : other.Action != ColumnAction.Masked;

    private void Refuse(ColumnDraft key, string why, SourcePosition? position = null) => problems.Add(new Diagnostic(DiagnosticCodes.PartitionKey,
        $"{key.FullName} decides which partition a row belongs to and is masked, so that rows move, and {why}", position ?? key.Position));
}
