using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;
using CiAnon.Tables;

namespace CiAnon.Stages.Live;

/// <summary>A database that pg_restore built of a proven artefact, before others see it.</summary>
internal static class BuiltTarget
{
    /// <param name="connect">One connection for one thread.</param>
    /// <exception cref="CiAnonException">CIANON4044: a table has other rows than the artefact.</exception>
    public static void RequireRows(Func<LiveTarget> connect, IReadOnlyList<(string Schema, string Name, long Rows)> tables, int jobs, CancellationToken cancellation) =>
        ParallelTables.ForEach([.. tables.OrderByDescending(table => table.Rows)], jobs, connect, (table, target) =>
        {
            var found = CountRows(target, table.Schema, table.Name);
            if (found != table.Rows) throw new CiAnonException(DiagnosticCodes.TargetNotBuilt, $"{target.Address.Variable}: {table.Schema}.{table.Name} has {found} rows instead of {table.Rows}. {DiagnosticCodes.TargetNotBuilt.Help}");
        }, cancellation);

    public static long CountRows(LiveTarget target, string schema, string name) => LiveErrors.Guard(target.Address, $"count the rows of {schema}.{name}", () =>
        (long)target.Execute($"SELECT pg_catalog.count(*) FROM ONLY {Sql.Identifier(schema)}.{Sql.Identifier(name)}")!);

    /// <summary>Its rows are older than the marker's transaction, as nobody else writes there.</summary>
    public static void Mark(LiveTarget target, CleanState state)
    {
        LiveErrors.Guard(target.Address, "mark the new database as clean", () =>
        {
            target.Execute("BEGIN");
            var events = EventTriggers.TurnOff(target.Connection);
            CleanMarker.Write(target, state, CleanMarker.Look(target.Connection));
            events.TurnOn();
        });
        target.Commit();
    }
}
