using CiAnon.Catalogs;
using CiAnon.Catalogs.Ddl;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Tables;

namespace CiAnon.Stages;

/// <summary>The catalog of a dump from its table of contents alone: no server, no row.</summary>
public static class DumpCatalog
{
    /// <exception cref="CiAnonException">An entry's SQL isn't what pg_dump writes (CIANON3103).</exception>
    public static Catalog Read(Dump dump)
    {
        try
        {
            return DdlCatalog.Read(
                [.. dump.Toc.Select(entry => new DdlEntry(entry.Desc, string.IsNullOrEmpty(entry.Namespace) ? null : entry.Namespace, entry.Tag, entry.Defn ?? ""))],
                [.. dump.Toc.Where(entry => entry.IsTableData).Select(Rows)]);
        }
        catch (DdlException exception)
        {
            throw new CiAnonException(DiagnosticCodes.SchemaNotUnderstood, exception.Message, cause: exception);
        }
    }

    // Rows of a partition may go in through the top of its tree, whose name the statement has: the entry is named after their own table.
    private static DdlRows Rows(TocEntry entry)
    {
        var copy = TableTasks.Copy(entry);
        return new DdlRows(entry.Namespace ?? copy.Schema, entry.Tag, copy.Columns);
    }
}
