using CiAnon.Diagnostics;

namespace CiAnon.Sandboxes;

/// <summary>The pg_dump that lies beside the sandbox's postgres.</summary>
public static class DumpProgram
{
    /// <exception cref="CiAnonException">CIANON4013: there is none.</exception>
    public static string Find(PostgresBinaries? binaries)
    {
        if (binaries is null)
            throw new CiAnonException(DiagnosticCodes.DumpProgramMissing, "changes of the schema are written by the pg_dump beside a PostgreSQL of our own: a lent server has none, leave --sandbox-connection-env out");
        var program = Path.Combine(binaries.Directory, "pg_dump");
        return File.Exists(program) ? program : throw new CiAnonException(DiagnosticCodes.DumpProgramMissing,
            $"{binaries.Directory} has no pg_dump, which takes the backup after changes of the schema. {DiagnosticCodes.DumpProgramMissing.Help}");
    }

    /// <summary>Writes an archive of a sandbox's database. What pg_dump says is not repeated: it may quote rows.</summary>
    /// <param name="sandbox">Killing it ends pg_dump, too.</param>
    /// <param name="database">Unquoted.</param>
    /// <param name="path">A file, or for a directory archive a folder that isn't there.</param>
    /// <param name="options">Format and compression, as pg_dump understands them.</param>
    /// <exception cref="CiAnonException">CIANON4014: pg_dump failed.</exception>
    public static void Run(Sandbox sandbox, string database, string path, IEnumerable<string> options)
    {
        var start = ServerProgram.Shell("exec \"$@\" </dev/null >/dev/null 2>&1",
        [
            Find(sandbox.Binaries), "--host", sandbox.Address(database).Host, "--username", "postgres", "--dbname", database,
            "--no-password", "--no-sync", "--file", path, .. options,
        ]);
        using var process = System.Diagnostics.Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new CiAnonException(DiagnosticCodes.DumpProgramFailed, $"pg_dump ended with exit code {process.ExitCode} while it wrote the sandbox's database");
    }
}
