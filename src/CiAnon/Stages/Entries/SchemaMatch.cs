using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;

namespace CiAnon.Stages.Entries;

/// <summary>The dump of a whole schema that lies beside a dump without one, or of a part (<c>--schema-dump</c>). Its rows, if any, are nobody's.</summary>
internal static class SchemaMatch
{
    /// <exception cref="CiAnonException">CIANON3023: it isn't of the dump's database.</exception>
    public static void Require(Dump schema, Dump dump)
    {
        var definitions = schema.Toc.Where(EntryRoles.IsForSandbox).ToLookup(entry => entry.FullName, entry => entry.Defn);
        // What the artefact says of an object must be what was proven.
        var other = dump.Toc.FirstOrDefault(entry => entry.Section != TocSection.Data && EntryRoles.IsForSandbox(entry) && !definitions[entry.FullName].Contains(entry.Defn));
        if (other is not null)
            throw new CiAnonException(DiagnosticCodes.SchemaDumpDiffers, $"{other.FullName} is {(definitions.Contains(other.FullName) ? "another one in" : "missing in")} the schema dump. {DiagnosticCodes.SchemaDumpDiffers.Help}");
    }
}
