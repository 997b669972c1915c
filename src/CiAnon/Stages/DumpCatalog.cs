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
            return DdlCatalog.Read([.. dump.Toc.Select(entry => new DdlEntry(entry.Desc, string.IsNullOrEmpty(entry.Namespace) ? null : entry.Namespace, entry.Tag, entry.Defn ?? ""))]);
        }
        catch (DdlException exception)
        {
            throw new CiAnonException(DiagnosticCodes.SchemaNotUnderstood, exception.Message, cause: exception);
        }
    }
}
