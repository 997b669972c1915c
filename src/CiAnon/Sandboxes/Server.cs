using System.Diagnostics;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Clusters;

namespace CiAnon.Sandboxes;

/// <summary>The PostgreSQL processes of one sandbox: initdb, unless a template spares it, then postgres.</summary>
internal sealed class Server(
    PostgresBinaries binaries, SandboxDirectory directory, ServerAccount account, Watchdog watchdog, ClusterTemplates templates) : IDisposable
{
    private const string NoSpace = "No space left on device";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly string[] Complaints = ["FATAL", "ERROR", "error:", "could not", "HINT", "hint:", "DETAIL", "detail:", NoSpace];

    private volatile Process? _process;

    /// <summary>Makes the cluster and starts it; returns when it accepts connections.</summary>
    /// <exception cref="CiAnonException">With the program's own words: no row has been read yet.</exception>
    public void Start(string settings, CancellationToken ct)
    {
        MakeCluster(ct);
        File.WriteAllText(Configuration, settings);

        Launch(binaries.Postgres, ["-D", directory.Data]);
        var clock = Stopwatch.StartNew();
        while (!IsReady())
        {
            ct.ThrowIfCancellationRequested();
            if (_process!.HasExited || clock.Elapsed > StartLimit) throw Failure("postgres");
            Thread.Sleep(2);
        }
    }

    /// <summary>Adds settings and tells the server to read them.</summary>
    public void Reload(string settings)
    {
        File.AppendAllText(Configuration, settings);
        Libc.Signal(_process!.Id, Libc.SigHangUp);
    }

    /// <summary>Ends the server at once: open connections break. Any thread, any time.</summary>
    public void Kill()
    {
        // SIGQUIT lets the postmaster take its backends and its shared memory along.
        if (_process is { HasExited: false } process) Libc.Signal(process.Id, Libc.SigQuit);
    }

    public void Dispose()
    {
        if (_process is not { } process) return;
        Kill();
        if (!process.WaitForExit(Patience))
        {
            // A backend that doesn't heed SIGQUIT keeps the postmaster for five seconds; one that is gone doesn't.
            ServerProcesses.KillBackends(directory.Data, process.Id);
            if (!process.WaitForExit(Patience)) Libc.Signal(process.Id, Libc.SigKill);
        }
        process.WaitForExit();
        if (!ServerProcesses.Kill(directory.Data)) throw new IOException($"processes of {directory.Data} don't end");
    }

    private void MakeCluster(CancellationToken ct)
    {
        var name = ClusterName.Of(binaries);
        if (templates.Find(name) is { } packed)
        {
            if (account.Name is not null) ProveReach();
            Unpack(packed, ct);
            return;
        }
        Initialize(ct);
        templates.Keep(name, directory.Data);
    }

    // A server that can't be signalled can't be ended either, so something that ends by itself goes first, as initdb does.
    private void ProveReach()
    {
        Launch("/bin/sleep", ["1"]);
        Libc.Signal(_process!.Id, Libc.SigKill);
        _process.WaitForExit();
    }

    private void Unpack(byte[] packed, CancellationToken ct)
    {
        try
        {
            Libc.MakePrivateDirectory(directory.Data);
            account.Own(directory.Data);
            PackedCluster.Unpack(packed, directory.Data, account.Own, ct);
        }
        catch (IOException failure)
        {
            throw SandboxErrors.From(failure, $"make the sandbox in {directory.Path}");
        }
    }

    private void Initialize(CancellationToken ct)
    {
        string[] arguments =
        [
            "-D", directory.Data, "--no-sync", "--auth=trust", "--username=postgres", "--locale=C", "-E", "UTF8",
            // On by default from 18 on.
            .. binaries.Major >= 18 ? ["--no-data-checksums"] : Array.Empty<string>(),
        ];
        Launch(binaries.InitDb, arguments);
        while (!_process!.WaitForExit(20)) ct.ThrowIfCancellationRequested();
        if (_process.ExitCode != 0) throw Failure("initdb");
        File.Delete(directory.Log);
    }

    private string Configuration => Path.Combine(directory.Data, "postgresql.conf");

    private void Launch(string program, string[] arguments)
    {
        _process = ServerProgram.Start(program, arguments, directory, account);
        watchdog.Guard(_process);
        // A container may have taken away root's right to signal others: such a server could be neither silenced nor stopped.
        if (!Libc.Signal(_process.Id, Libc.NoSignal) && !_process.HasExited)
        {
            throw new CiAnonException(DiagnosticCodes.ServerOutOfReach,
                $"PostgreSQL runs as user '{account.Name}', and this process may not signal it. {DiagnosticCodes.ServerOutOfReach.Help}");
        }
    }

    // The postmaster writes its state into the eighth line.
    private bool IsReady()
    {
        var file = Path.Combine(directory.Data, "postmaster.pid");
        try
        {
            return File.Exists(file) && File.ReadLines(file).ElementAtOrDefault(7)?.TrimEnd() == "ready";
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private CiAnonException Failure(string program)
    {
        var exit = _process!.HasExited ? _process.ExitCode : 0;
        if (exit == ServerProgram.FolderOutOfReach)
        {
            return new CiAnonException(
                DiagnosticCodes.WorkDirectoryDenied,
                $"PostgreSQL runs as user '{account.Name}', who can't reach {directory.Path}. "
                + "Every folder above it needs the x permission for that user; or name another folder with --work-dir.");
        }
        if (exit == ServerProgram.ProgramOutOfReach)
        {
            return new CiAnonException(
                DiagnosticCodes.PostgresBroken,
                $"PostgreSQL runs as user '{account.Name}', who can't execute {binaries.Directory}. "
                + "Every folder above it needs the x permission for that user.");
        }
        var words = Words();
        return words.Contains(NoSpace, StringComparison.Ordinal)
            ? new CiAnonException(DiagnosticCodes.DiskFull, $"No space left while {program} made the sandbox in {directory.Path}. {DiagnosticCodes.DiskFull.Help}")
            : new CiAnonException(DiagnosticCodes.StartFailed, $"{program} ended with exit code {exit} and said: {words}");
    }

    private string Words()
    {
        if (!File.Exists(directory.Log)) return "nothing";
        var lines = File.ReadLines(directory.Log).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var complaints = lines.Where(line => Complaints.Any(word => line.Contains(word, StringComparison.Ordinal))).ToList();
        var said = string.Join(" | ", (complaints.Count > 0 ? complaints : lines).Take(5));
        return said.Length > 0 ? said : "nothing";
    }
}
