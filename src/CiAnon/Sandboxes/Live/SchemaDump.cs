using System.Globalization;
using CiAnon.Diagnostics;

namespace CiAnon.Sandboxes.Live;

/// <summary>A live database's schema as pg_dump of its own major version writes it: into memory, without a row.</summary>
internal static class SchemaDump
{
    /// <param name="bin">A folder in which pg_dump is looked for first; null for none.</param>
    /// <returns>A custom archive without data.</returns>
    /// <exception cref="CiAnonException">CIANON4035 and 4036: there is no pg_dump, or it failed.</exception>
    public static byte[] Read(LiveSnapshot snapshot, string? bin, string? searchPath, CancellationToken cancellation)
    {
        var program = ClientProgram.Find("pg_dump", snapshot.Major, bin, searchPath);
        var start = ClientProgram.Start(snapshot.Address, program,
        [
            "--schema-only", "--format=custom", "--compress=0", "--no-password", $"--snapshot={snapshot.Id}", $"--encoding={snapshot.Encoding}",
            $"--exclude-schema={LiveRelations.OwnSchema}",
            string.Create(CultureInfo.InvariantCulture, $"--lock-wait-timeout={(long)snapshot.Address.LockTimeout.TotalMilliseconds}"),
        ]);
        using var archive = new MemoryStream();
        if (ClientProgram.Run(start, archive, everySecond: null, cancellation) is not { } failure) return archive.ToArray();
        snapshot.RequireHeld();
        var code = failure.EndsWith(LiveErrors.Standby, StringComparison.Ordinal) ? DiagnosticCodes.StandbyWentOn : DiagnosticCodes.SchemaDumpFailed;
        throw new CiAnonException(code, $"{snapshot.Address.Variable}: {program}, which reads the schema, {failure}. {code.Help}");
    }
}
