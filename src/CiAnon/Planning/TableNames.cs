using CiAnon.Catalogs;

namespace CiAnon.Planning;

/// <summary>How a policy's table name is found: as written, then as SQL (quotes, folding; schema <c>public</c> when none is given).</summary>
internal static class TableNames
{
    public static Table? Find(string name, Catalog catalog) =>
        catalog.Find("public", name)
        ?? catalog.Tables.FirstOrDefault(table => table.FullName == name)
        ?? AsSql(name, catalog);

    private static Table? AsSql(string name, Catalog catalog)
    {
        var position = 0;
        if (Sql.ParseName(name, ref position) is not { Count: 1 or 2 } parts || position != name.Length) return null;
        return parts.Count == 1 ? catalog.Find("public", parts[0]) : catalog.Find(parts[0], parts[1]);
    }
}
