using System.Diagnostics;
using System.Globalization;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>pg_dump or pg_restore, told by the environment where it goes: no word of a connection string stands in its arguments.</summary>
internal static class ClientProgram
{
    private const int OneSecond = 1000;

    /// <summary>Of the server's own major version, else of the next newer one that is installed.</summary>
    /// <param name="bin">A folder that is looked into first; null for none.</param>
    /// <exception cref="CiAnonException">CIANON4035: there is none.</exception>
    public static string Find(string name, int major, string? bin, string? searchPath)
    {
        var found = PostgresBinaries.Folders(searchPath).Prepend(bin ?? "").Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name)).Where(File.Exists).Distinct(StringComparer.Ordinal)
            .Select(program => (Program: program, Major: Major(program))).Where(program => program.Major >= major)
            .OrderBy(program => program.Major).Select(program => program.Program).FirstOrDefault();
        return found ?? throw new CiAnonException(DiagnosticCodes.ClientProgramMissing,
            $"the server is PostgreSQL {major}, and there is no {name} of version {major} or later: install it (`apt-get install postgresql-client-{major}`), or name its folder with --postgres-bin");
    }

    /// <summary>How to start it against a database. What it says may quote rows: <see cref="ClientWords"/> alone reads it.</summary>
    /// <param name="database">Another than the address names.</param>
    public static ProcessStartInfo Start(LiveAddress address, string program, IEnumerable<string> arguments, string? database = null)
    {
        var start = ServerProgram.Shell("exec \"$@\" </dev/null", [program, .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var settings = LiveConnection.Read(address);
        foreach (var (name, value) in Variables(settings, database, address.Authorities).Where(variable => variable.Value is { Length: > 0 })) start.Environment[name] = value;
        return start;
    }

    /// <summary>Runs one to its end.</summary>
    /// <param name="output">Gets what it prints.</param>
    /// <param name="everySecond">Called while it runs; what it throws ends the program.</param>
    /// <returns>How it failed, such as <c>ended with exit code 1: its server's disk is full</c>; null where it didn't.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the program is gone.</exception>
    public static string? Run(ProcessStartInfo start, Stream output, Action? everySecond, CancellationToken cancellation)
    {
        using var process = Process.Start(start)!;
        using var killed = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        var words = Task.Run(() => ClientWords.Read(process.StandardError), CancellationToken.None);
        try
        {
            while (!process.WaitForExit(OneSecond))
            {
                if (!cancellation.IsCancellationRequested) everySecond?.Invoke();
            }
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        reading.GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode == 0) return null;
        var why = words.GetAwaiter().GetResult();
        return string.Create(CultureInfo.InvariantCulture, $"ended with exit code {process.ExitCode}{(why is null ? "" : $": {why}")}");
    }

    private static int? Major(string program)
    {
        try
        {
            return PostgresBinaries.MajorOf(program);
        }
        // One of several that doesn't run is none.
        catch (CiAnonException)
        {
            return null;
        }
    }

    // https://www.postgresql.org/docs/current/libpq-envars.html
    private static IEnumerable<(string Name, string? Value)> Variables(NpgsqlConnectionStringBuilder settings, string? database, string authorities)
    {
        var verifies = settings.SslMode is SslMode.VerifyCA or SslMode.VerifyFull;
        return
        [
            ("PGHOST", settings.Host),
            ("PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture)),
            ("PGDATABASE", database ?? settings.Database ?? settings.Username),
            ("PGUSER", settings.Username),
            ("PGPASSWORD", settings.Password),
            ("PGPASSFILE", settings.Passfile),
            ("PGSSLMODE", Mode(settings.SslMode)),
            ("PGSSLROOTCERT", settings.RootCertificate ?? (verifies ? authorities : null)),
            ("PGSSLCERT", settings.SslCertificate),
            ("PGSSLKEY", settings.SslKey),
            ("PGGSSENCMODE", settings.GssEncryptionMode == GssEncryptionMode.Require ? "require" : "disable"),
            ("PGKRBSRVNAME", settings.KerberosServiceName),
            ("PGCONNECT_TIMEOUT", "30"),
            ("PGAPPNAME", "ci-anon"),
        ];
    }

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
