using System.ComponentModel;
using System.Diagnostics;

namespace CiAnon.Outside;

/// <summary>
/// A program of the team's that a policy names: reads standard input, writes standard output. It gets a search path and a locale, and nothing
/// else of our environment; it runs as the same user as we do.
/// </summary>
/// <param name="path">Of the program, absolute.</param>
/// <param name="folder">Where it works: the policy's folder.</param>
internal sealed class TeamProgram(string path, IReadOnlyList<string> arguments, string folder, string? searchPath)
{
    private const int PieceSize = 64 * 1024;

    /// <summary>The program that a command names; null where there is none that can be executed.</summary>
    /// <param name="folder">Of the policy.</param>
    /// <param name="searchPath">The value of PATH.</param>
    public static TeamProgram? Find(IReadOnlyList<string> command, string folder, string? searchPath)
    {
        var name = command[0];
        var candidates = name.Contains('/', StringComparison.Ordinal)
            ? [Path.GetFullPath(name, folder)]
            : (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathRooted).Select(place => Path.Combine(place, name));
        return candidates.FirstOrDefault(IsExecutable) is { } path ? new TeamProgram(path, [.. command.Skip(1)], folder, searchPath) : null;
    }

    /// <summary>Feeds the program and waits for its end.</summary>
    /// <param name="most">Bytes of output at most.</param>
    /// <exception cref="Win32Exception">It can't be started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program is killed.</exception>
    public ProgramResult Run(ReadOnlyMemory<byte> input, long most, TimeSpan timeout, CancellationToken cancellation)
    {
        using var process = Start();
        using var output = new MemoryStream();
        long errors = 0;
        var isTooMuch = false;
        using var kill = cancellation.Register(() => Kill(process));
        try
        {
            Task[] pipes =
            [
                Task.Run(() => Feed(process, input), CancellationToken.None),
                Task.Run(() => isTooMuch = !Drain(process.StandardOutput.BaseStream, piece => output.Write(piece), most, process), CancellationToken.None),
                Task.Run(() => Drain(process.StandardError.BaseStream, piece => errors += piece.Length, long.MaxValue, process), CancellationToken.None),
            ];
            var clock = Stopwatch.StartNew();
            var isDone = Task.WaitAll(pipes, timeout) && process.WaitForExit(TimeSpan.FromTicks(Math.Max(0, (timeout - clock.Elapsed).Ticks)));
            cancellation.ThrowIfCancellationRequested();
            if (!isDone) return new ProgramResult(ProgramEnd.TimedOut, 0, default, errors);
            return isTooMuch ? new ProgramResult(ProgramEnd.SaidTooMuch, 0, default, errors) : new ProgramResult(ProgramEnd.Exited, process.ExitCode, output.ToArray(), errors);
        }
        finally
        {
            Kill(process);
        }
    }

    private static bool IsExecutable(string path) => File.Exists(path)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None);

    private Process Start()
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = searchPath;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
        return Process.Start(start)!;
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            using var stream = process.StandardInput.BaseStream;
            stream.Write(input.Span);
        }
        catch (IOException)
        {
            // It ended before it read everything: its answers are too few, or its exit code tells.
        }
    }

    /// <returns>False where there was more than that; the program is killed then.</returns>
    private static bool Drain(Stream stream, PieceAction take, long most, Process process)
    {
        var piece = new byte[PieceSize];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if ((most -= read) < 0)
            {
                Kill(process);
                return false;
            }
            take(piece.AsSpan(0, read));
        }
        return true;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception)
        {
            // It has ended.
        }
    }

    private delegate void PieceAction(ReadOnlySpan<byte> piece);
}
