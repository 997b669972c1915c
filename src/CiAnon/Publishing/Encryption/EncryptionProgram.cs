using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CiAnon.Diagnostics;

namespace CiAnon.Publishing.Encryption;

/// <summary>
/// age or gpg: reads standard input, writes standard output. It gets neither our environment nor our terminal.
/// </summary>
internal sealed class EncryptionProgram
{
    private const int MostSaid = 16 * 1024;

    private readonly string _path;
    private readonly string _home;

    private EncryptionProgram(string path, string home) => (_path, _home) = (path, home);

    /// <param name="searchPath">The value of PATH.</param>
    /// <param name="home">A private folder.</param>
    /// <exception cref="CiAnonException">CIANON2023: it isn't installed.</exception>
    public static EncryptionProgram Find(EncryptionFormat format, string? searchPath, string home)
    {
        var path = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, format.Program)).FirstOrDefault(File.Exists);
        return path is not null ? new EncryptionProgram(path, home) : throw new CiAnonException(DiagnosticCodes.EncrypterMissing,
            $"{format.Program} isn't on the search path, and encrypts for the recipients: install it (`apt-get install {format.Program}`)");
    }

    /// <summary>Pipes one stream through the program into another.</summary>
    /// <returns>What went in, what came out, and the exit code.</returns>
    /// <exception cref="CiAnonException">CIANON2023: it can't be started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program is killed.</exception>
    public EncryptionResult Run(IEnumerable<string> arguments, Stream clear, Stream encrypted, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        try
        {
            using var kill = cancellation.Register(() => Kill(process));
            var said = new StringBuilder();
            process.ErrorDataReceived += (_, line) =>
            {
                if (line.Data is not null && said.Length + line.Data.Length < MostSaid) said.Append(line.Data).Append('\n');
            };
            process.BeginErrorReadLine();
            var output = Task.Run(() => Drain(process, encrypted, cancellation), CancellationToken.None);
            var input = Feed(process, clear, cancellation);
            var written = output.GetAwaiter().GetResult();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return new EncryptionResult(input, written, process.ExitCode, said.ToString());
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>The program's version; null when it doesn't say one.</summary>
    public Version? Version(CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        Run(["--version"], Stream.Null, text, cancellation);
        return RefusalWords.Version(Encoding.UTF8.GetString(text.ToArray()));
    }

    // A full disk must not leave the program waiting for a reader, and us for the program.
    private static HashedCopy Drain(Process process, Stream encrypted, CancellationToken cancellation)
    {
        try
        {
            return HashedCopy.Of(process.StandardOutput.BaseStream, encrypted, cancellation);
        }
        catch
        {
            Kill(process);
            throw;
        }
    }

    private static HashedCopy? Feed(Process process, Stream clear, CancellationToken cancellation)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            return HashedCopy.Of(clear, input, cancellation);
        }
        catch (IOException)
        {
            // The program closed its end: it did not take all, which the caller sees by the missing digest.
            return null;
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(_path, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = _home;
        start.Environment["PATH"] = Path.GetDirectoryName(_path);
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new CiAnonException(DiagnosticCodes.EncrypterMissing, $"{_path} can't be started: {failure.Message}", cause: failure);
        }
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }
}
