using CiAnon.Catalogs;
using CiAnon.Diagnostics;

namespace CiAnon.Planning;

/// <summary>How a policy's table name is found: as written, then as SQL (quotes, folding; schema <c>public</c> when none is given).</summary>
internal static class TableNames
{
    public static Table? Find(string name, Catalog catalog) =>
        catalog.Find("public", name)
        ?? catalog.FindFullName(name)
        ?? AsSql(name, catalog);

    /// <summary>No table of the catalog, and yet no error: an extension has it, or may have it.</summary>
    public static bool IsOfExtension(string name, Catalog catalog)
    {
        if (catalog.MayLackTables || catalog.LeftOut.Contains(name) || catalog.LeftOut.Contains($"public.{name}")) return true;
        var position = 0;
        return Sql.ParseName(name, ref position) is { Count: 1 or 2 } parts && position == name.Length
            && catalog.LeftOut.Contains(parts.Count == 1 ? $"public.{parts[0]}" : $"{parts[0]}.{parts[1]}");
    }

    /// <summary>What to tell when <see cref="Find"/> finds nothing.</summary>
    public static Diagnostic Unknown(string name, Catalog catalog, SourcePosition position)
    {
        var names = catalog.Tables.SelectMany(table => table.Schema == "public" ? [table.Name, table.FullName] : new[] { table.FullName });
        return new(DiagnosticCodes.UnknownTable, $"the dump has no table '{name}'{Suggestion.Phrase(name, names)}{Elsewhere(name, catalog)}", position);
    }

    /// <summary>What to tell of a column that the table doesn't have.</summary>
    public static Diagnostic UnknownColumn(Table table, string column, SourcePosition position) => new(DiagnosticCodes.UnknownColumn,
        $"table {table.FullName} has no column '{column}'{Suggestion.Phrase(column, table.Columns.Select(candidate => candidate.Name))}", position);

    private static string Elsewhere(string name, Catalog catalog)
    {
        var others = catalog.Tables.Where(table => table.Name == name).Select(table => table.FullName).ToList();
        return others.Count == 0 ? "" : $" (schema public; there is {string.Join(" and ", others)}: write the schema too)";
    }

    private static Table? AsSql(string name, Catalog catalog)
    {
        var position = 0;
        if (Sql.ParseName(name, ref position) is not { Count: 1 or 2 } parts || position != name.Length) return null;
        return parts.Count == 1 ? catalog.Find("public", parts[0]) : catalog.Find(parts[0], parts[1]);
    }
}
