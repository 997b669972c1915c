namespace CiAnon.Catalogs.Ddl;

/// <summary>Adds plain keys to a catalog that was read without them.</summary>
internal static class PlainKeys
{
    /// <summary>The catalog as the server would tell it with the keys; null when they aren't keys of these tables.</summary>
    public static Catalog? Add(Catalog catalog, IEnumerable<PlainKey> keys)
    {
        var all = keys.ToList();
        if (!all.TrueForAll(key => Fits(catalog, key))) return null;
        var unique = all.Where(key => key.Referenced is null).ToLookup(key => key.Table);
        var tables = catalog.Tables.ToDictionary(table => table.Oid, table => unique.Contains((table.Schema, table.Name)) ? With(table, unique[(table.Schema, table.Name)]) : table);
        var foreign = all.Where(key => key.Referenced is not null).Select(key => ForeignKey(key, catalog));
        return new Catalog([.. tables.Values],
            [.. catalog.ForeignKeys.Concat(foreign).OrderBy(key => key.Table.Oid).ThenBy(key => key.Name, StringComparer.Ordinal)
                .Select(key => key with { Table = tables[key.Table.Oid], Referenced = tables[key.Referenced.Oid] })],
            [.. catalog.Sequences.Select(sequence => sequence with { Table = tables[sequence.Table.Oid] })])
        { Constraints = catalog.Constraints };
    }

    private static bool Fits(Catalog catalog, PlainKey key) =>
        Has(catalog, key.Table, key.Columns) && (key.Referenced is not { } referenced || Has(catalog, referenced, key.ReferencedColumns));

    // What PostgreSQL makes of a key for each partition isn't told by its SQL.
    private static bool Has(Catalog catalog, (string Schema, string Name) name, IReadOnlyList<string> columns) =>
        catalog.Find(name.Schema, name.Name) is { Kind: TableKind.Ordinary } table && columns.All(column => table.Find(column) is not null);

    private static Table With(Table table, IEnumerable<PlainKey> keys)
    {
        var all = keys.ToList();
        var required = all.Where(key => key.IsPrimary).SelectMany(key => key.Columns).ToHashSet();
        return table with
        {
            Columns = [.. table.Columns.Select(column => required.Contains(column.Name) ? column with { NotNull = true } : column)],
            UniqueKeys = [.. table.UniqueKeys.Concat(all.Select(key => UniqueKey(key, table))).OrderByDescending(key => key.IsPrimary).ThenBy(key => key.Name, StringComparer.Ordinal)],
        };
    }

    // The server tells a unique key's columns in the table's order.
    private static UniqueKey UniqueKey(PlainKey key, Table table) =>
        new(key.Name, key.IsPrimary, IsPartial: false, HasExpressions: false, [.. table.Columns.Select(column => column.Name).Where(key.Columns.Contains)], key.NullsClash);

    private static ForeignKey ForeignKey(PlainKey key, Catalog catalog)
    {
        var (schema, name) = key.Referenced!.Value;
        return new ForeignKey(key.Name, catalog.Find(key.Table.Schema, key.Table.Name)!, key.Columns, catalog.Find(schema, name)!, key.ReferencedColumns) { IsUnproven = key.IsUnproven };
    }
}
