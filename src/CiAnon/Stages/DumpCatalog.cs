using CiAnon.Catalogs;
using CiAnon.Catalogs.Ddl;
using CiAnon.Diagnostics;
using CiAnon.Dumps;

namespace CiAnon.Stages;

/// <summary>The catalog of a dump from its table of contents alone: no server, no row.</summary>
public static class DumpCatalog
{
    /// <exception cref="CiAnonException">An entry's SQL isn't what pg_dump writes (CIANON3103).</exception>
    public static Catalog Read(Dump dump)
    {
        try
        {
            var catalog = DdlCatalog.Read([.. dump.Toc.Select(entry => new DdlEntry(entry.Desc, string.IsNullOrEmpty(entry.Namespace) ? null : entry.Namespace, entry.Tag, entry.Defn ?? ""))]);
            return dump.Toc.Any(entry => entry.Desc == "EXTENSION") ? WithExtensions(dump, catalog) : catalog;
        }
        catch (DdlException exception)
        {
            throw new CiAnonException(DiagnosticCodes.SchemaNotUnderstood, exception.Message, cause: exception);
        }
    }

    // pg_dump writes rows of an extension's table and never the table: the block names its columns, and nobody their types.
    private static Catalog WithExtensions(Dump dump, Catalog catalog)
    {
        var types = new ColumnType("of an extension", TypeKind.Any, "");
        var next = catalog.Tables.Select(table => table.Oid).DefaultIfEmpty().Max();
        var added = dump.Toc.Where(entry => entry.IsTableData && TableTasks.FindTable(entry, catalog) is null).Select(entry => CopyStatement.Parse(entry)!)
            .DistinctBy(copy => (copy.Schema, copy.Table))
            .Select(copy => new Table(++next, copy.Schema, copy.Table, TableKind.Ordinary, IsPartition: false, [],
                [.. copy.Columns.Select(column => new Column(column, types, NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null))], [], new HashSet<string>())
            {
                IsFromExtension = true,
            }).ToList();
        return new Catalog([.. catalog.Tables.Concat(added).OrderBy(table => table.Schema, StringComparer.Ordinal).ThenBy(table => table.Name, StringComparer.Ordinal)],
            catalog.ForeignKeys, catalog.Sequences);
    }
}
