using System.Globalization;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Sandboxes;

namespace CiAnon.Stages;

/// <summary>
/// Opens a dump wherever it comes from. Standard input is read to its end whatever is wanted of it: the place of its blocks is known
/// only then, and the command that writes it never meets a closed pipe, except where what it writes is no dump.
/// </summary>
public static class DumpSource
{
    private const int PieceSize = 16 * SealedPages.ClearSize;
    private const int LongestStatus = 16;

    /// <param name="path">Of a file or folder, or <see cref="StandardInput.Path"/>.</param>
    /// <param name="input">What <see cref="StandardInput.Path"/> means; null where there is none.</param>
    /// <param name="workDirectory">Where standard input is spooled, encrypted; null for the temporary folder.</param>
    /// <exception cref="CiAnonException">CIANON3001 to 3029: there is no dump that can be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for input; nothing is left behind.</exception>
    public static Dump Open(string path, StandardInput? input, string? workDirectory, CancellationToken ct)
    {
        if (!StandardInput.Is(path)) return Dump.Open(path);
        if (input is null) throw new CiAnonException(DiagnosticCodes.Usage, $"there is no {StandardInput.Name} here: name a file, or ./- for one of that name");
        if (input.IsTerminal) throw DumpErrors.Terminal();

        var spool = NewSpool(SandboxLocation.OnDisk(workDirectory));
        try
        {
            Receive(input.Open(), spool, ct);
            if (input.StatusPath is { } status) RequireSuccess(Path.GetFullPath(status));
            _ = DumpDetection.Detect(spool);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
        return Dump.OpenFile(spool);
    }

    private static SealedSpool NewSpool(string folder)
    {
        try
        {
            return new SealedSpool(folder);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new CiAnonException(DiagnosticCodes.WorkDirectoryDenied,
                $"No permission to keep {StandardInput.Name} in {folder}. Give write permission, or name another folder with --work-dir.", cause: failure);
        }
        catch (IOException failure)
        {
            throw Unkept(failure);
        }
    }

    // The next piece is read while this one is encrypted. A read can't be interrupted: it is left behind when the run is cancelled, and
    // its buffer with it.
    private static void Receive(Stream input, SealedSpool spool, CancellationToken ct)
    {
        var (piece, spare) = (new byte[PieceSize], new byte[PieceSize]);
        var next = Fill(input, piece, ct);
        while (Await(next, ct) is var count and > 0)
        {
            var isLast = count < piece.Length;
            if (!isLast) next = Fill(input, spare, ct);
            Keep(spool, piece.AsSpan(0, count));
            if (isLast) return;
            // Hours of something else than a dump need not pass.
            if (spool.Length == PieceSize) _ = DumpDetection.Detect(spool);
            (piece, spare) = (spare, piece);
        }
    }

    private static Task<int> Fill(Stream input, byte[] piece, CancellationToken ct) =>
        Task.Run(() => input.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false), ct);

    private static int Await(Task<int> reading, CancellationToken ct)
    {
        try
        {
            reading.Wait(ct);
            return reading.Result;
        }
        catch (AggregateException failure) when (failure.InnerException is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.Unreadable(StandardInput.Path, failure.InnerException);
        }
    }

    private static void Keep(SealedSpool spool, ReadOnlySpan<byte> piece)
    {
        try
        {
            spool.Append(piece);
        }
        catch (IOException failure)
        {
            throw Unkept(failure);
        }
    }

    private static CiAnonException Unkept(IOException failure) => SandboxErrors.From(failure, $"keep {StandardInput.Name} in the work directory");

    // Its content is never repeated: it may be another file than meant.
    private static void RequireSuccess(string path)
    {
        if (!File.Exists(path)) throw DumpErrors.SourceUnknown(path, "doesn't exist");
        if (FileSize.WithoutOpening(path) is 0 or > LongestStatus) throw DumpErrors.SourceUnknown(path, "holds no exit code");
        try
        {
            if (!int.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
                throw DumpErrors.SourceUnknown(path, "holds no exit code");
            if (status != 0) throw DumpErrors.SourceFailed(status);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.SourceUnknown(path, "can't be read", e);
        }
    }
}
