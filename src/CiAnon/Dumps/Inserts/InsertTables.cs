using CiAnon.Catalogs;
using CiAnon.Catalogs.Ddl;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Contents;

namespace CiAnon.Dumps.Inserts;

/// <summary>Gives every entry with rows the COPY statement that it would have: where rows stand in INSERT statements, and where a statement names no columns.</summary>
internal static class InsertTables
{
    public static ArchiveToc Complete(string path, ArchiveToc toc, BlockReader blocks)
    {
        if (!toc.Entries.Any(entry => entry.IsTableData && !NamesColumns(entry))) return toc;
        var catalog = new Lazy<Catalog?>(() => Read(toc));
        return toc with { Entries = [.. toc.Entries.Select(entry => !entry.IsTableData || NamesColumns(entry) ? entry : Complete(path, toc, blocks, entry, catalog))] };
    }

    /// <summary>Whether backslashes in literals are just that.</summary>
    public static bool HasStandardStrings(ArchiveToc toc) =>
        toc.Entries.FirstOrDefault(entry => entry.Desc == "STDSTRINGS")?.Defn?.Contains("off", StringComparison.Ordinal) != true;

    private static bool NamesColumns(TocEntry entry) => entry.CopyStmt?.Contains('(', StringComparison.Ordinal) == true;

    private static TocEntry Complete(string path, ArchiveToc toc, BlockReader blocks, TocEntry entry, Lazy<Catalog?> catalog)
    {
        if (!string.IsNullOrEmpty(entry.CopyStmt)) return entry with { CopyStmt = WithColumns(entry, catalog) };
        using var rows = new InsertParser(blocks.OpenRows(entry), HasStandardStrings(toc), what => DumpErrors.Corrupt(path, entry.FullName, what));
        var isEmpty = rows.Next().IsEmpty;
        var encoding = ArchiveEncoding.Of(toc.ClientEncoding);
        var name = isEmpty ? $"{Sql.Identifier(entry.Namespace ?? "public")}.{Sql.Identifier(entry.Tag)}" : TextDecoder.Decode(InsertPrefix.Name(rows.Prefix), encoding);
        var columns = isEmpty ? "" : TextDecoder.Decode(InsertPrefix.Columns(rows.Prefix), encoding);
        if (columns.Length == 0)
        {
            var known = Columns(name, catalog);
            if (!isEmpty && known?.Count != rows.Kinds.Count) throw DumpErrors.Inserts(path, entry.FullName);
            columns = known is { Count: > 0 } ? $"({string.Join(", ", known.Select(Sql.Identifier))})" : "";
        }
        return entry with { IsInserts = true, CopyStmt = $"COPY {name} {columns} FROM stdin;\n" };
    }

    private static string WithColumns(TocEntry entry, Lazy<Catalog?> catalog)
    {
        const string Verb = "COPY ";
        var end = entry.CopyStmt!.LastIndexOf(" FROM ", StringComparison.OrdinalIgnoreCase);
        if (end < Verb.Length || Columns(entry.CopyStmt[Verb.Length..end].Trim(), catalog) is not { Count: > 0 } columns) return entry.CopyStmt;
        return $"{entry.CopyStmt[..end].TrimEnd()} ({string.Join(", ", columns.Select(Sql.Identifier))}){entry.CopyStmt[end..]}";
    }

    // What is computed is in no dump.
    private static List<string>? Columns(string name, Lazy<Catalog?> catalog)
    {
        var position = 0;
        if (Sql.ParseName(name, ref position) is not { Count: 1 or 2 } parts) return null;
        return catalog.Value?.Find(parts.Count == 2 ? parts[0] : "public", parts[^1])?.Columns.Where(column => !column.IsGenerated).Select(column => column.Name).ToList();
    }

    private static Catalog? Read(ArchiveToc toc)
    {
        try
        {
            return DdlCatalog.Read([.. toc.Entries.Select(entry => new DdlEntry(entry.Desc, string.IsNullOrEmpty(entry.Namespace) ? null : entry.Namespace, entry.Tag, entry.Defn ?? ""))]);
        }
        catch (DdlException)
        {
            // Whoever needs the catalog says what is wrong with it.
            return null;
        }
    }
}
