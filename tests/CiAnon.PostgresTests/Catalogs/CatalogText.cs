using CiAnon.Catalogs;

namespace CiAnon.PostgresTests.Catalogs;

/// <summary>A catalog as lines, without object ids, so that two of them can be compared and a difference read.</summary>
internal static class CatalogText
{
    /// <param name="partitionsInheritIdentity">Since 17.</param>
    public static string Of(Catalog catalog, bool partitionsInheritIdentity)
    {
        var lines = catalog.Tables.SelectMany(table => Lines(table, catalog, partitionsInheritIdentity)).ToList();
        // What partitions get of a key is named by chance.
        lines.AddRange(catalog.ForeignKeys.Select(key => $"{key.Table.FullName}({string.Join(", ", key.Columns)}) -> "
            + $"{key.Referenced.FullName}({string.Join(", ", key.ReferencedColumns)})").Order(StringComparer.Ordinal));
        lines.AddRange(catalog.ForeignKeys.Where(key => !key.Table.IsPartition && !key.Referenced.IsPartition)
            .Select(key => $"{key.Name}: {key.Table.FullName} -> {key.Referenced.FullName}").Order(StringComparer.Ordinal));
        lines.AddRange(catalog.Sequences.Select(sequence => $"{sequence.SqlName} of {sequence.Table.FullName}.{sequence.Column}"));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Lines(Table table, Catalog catalog, bool partitionsInheritIdentity)
    {
        yield return $"{table.FullName}: {table.Kind}{(table.IsPartition ? " partition" : "")} [{table.Comment}]"
            + $" of {string.Join(", ", table.Parents.Select(parent => catalog.Get(parent).FullName))} by {string.Join(", ", table.PartitionKey.Order(StringComparer.Ordinal))}";
        foreach (var column in table.Columns)
        {
            var isIdentity = column.IsIdentity && (partitionsInheritIdentity || !table.IsPartition);
            yield return $"  {column with { IsIdentity = isIdentity, AllowedValues = null }}{(column.AllowedValues is { } values ? $" in {string.Join(" | ", values)}" : "")}";
        }
        foreach (var key in table.UniqueKeys) yield return $"  {key with { Columns = [] }} ({string.Join(", ", key.Columns)})";
    }
}
