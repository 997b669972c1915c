using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Stages.Live;

/// <summary>A database that pg_restore built of a proven artefact, before others see it.</summary>
internal static class BuiltTarget
{
    /// <exception cref="CiAnonException">CIANON4044: a table has other rows than the artefact.</exception>
    public static void RequireRows(LiveTarget target, IReadOnlyList<(string Schema, string Name, long Rows)> tables)
    {
        foreach (var (schema, name, rows) in tables)
        {
            var found = CountRows(target, schema, name);
            if (found != rows) throw new CiAnonException(DiagnosticCodes.TargetNotBuilt, $"{target.Address.Variable}: {schema}.{name} has {found} rows instead of {rows}. {DiagnosticCodes.TargetNotBuilt.Help}");
        }
    }

    public static long CountRows(LiveTarget target, string schema, string name) => LiveErrors.Guard(target.Address, $"count the rows of {schema}.{name}", () =>
        (long)target.Execute($"SELECT pg_catalog.count(*) FROM ONLY {Sql.Identifier(schema)}.{Sql.Identifier(name)}")!);

    /// <summary>Its rows are older than the marker's transaction, as nobody else writes there.</summary>
    public static void Mark(LiveTarget target, CleanState state)
    {
        LiveErrors.Guard(target.Address, "mark the new database as clean", () =>
        {
            target.Execute("BEGIN");
            CleanMarker.Write(target, state);
        });
        target.Commit();
    }
}
