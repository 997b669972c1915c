using CiAnon.Diagnostics;

namespace CiAnon.Publishing;

/// <summary>Where a head hands a proven dump over byte by byte, in place of a file.</summary>
/// <param name="Open">Gives the stream; called when all is proven.</param>
/// <param name="IsTerminal">Nobody could use the bytes.</param>
public sealed record StandardOutput(Func<Stream> Open, bool IsTerminal)
{
    /// <summary>What stands where an output's path would.</summary>
    public const string Path = "-";

    /// <summary>What messages call it.</summary>
    public const string Name = "standard output";

    private const int PieceBytes = 1 << 20;

    /// <summary>The process's own.</summary>
    public static StandardOutput OfProcess(bool isTerminal) => new(static () => new OutputStream(), isTerminal);

    public static bool Is(string? path) => path == Path;

    /// <summary>Whoever reads may be slow, or may never read: a run that is cancelled doesn't wait for it.</summary>
    /// <exception cref="CiAnonException">CIANON2034: whoever reads it went away.</exception>
    internal void Take(string file, CancellationToken cancellation)
    {
        try
        {
            Task.Run(() => Copy(file), CancellationToken.None).WaitAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (IOException exception)
        {
            throw new CiAnonException(DiagnosticCodes.OutputClosed, $"{Name} took only a part of the dump: {exception.Message}. {DiagnosticCodes.OutputClosed.Help}", cause: exception);
        }
    }

    private void Copy(string file)
    {
        using var source = File.OpenRead(file);
        using var target = Open();
        source.CopyTo(target, PieceBytes);
        target.Flush();
    }
}
