using System.Globalization;
using System.Runtime.ExceptionServices;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Clusters;
using CiAnon.Dumps.Spools;
using CiAnon.Dumps.Streams;
using CiAnon.Dumps.Wrapping;
using CiAnon.Sandboxes;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages.Live;

namespace CiAnon.Stages;

/// <summary>
/// Opens a dump wherever it comes from and whatever it is wrapped in. Standard input is read to its end whatever is wanted of it: the place
/// of its blocks is known only then, and the command that writes it never meets a closed pipe, except where what it writes is no dump.
/// </summary>
public static class DumpSource
{
    /// <summary>How many times its own size a compressed file may hold where nobody says: a hundred times more than people's data, and less than what was made to fill a disk.</summary>
    public const int UsualExpansion = 250;

    private const int PieceSize = 16 * SealedPages.ClearSize;
    private const int LongestStatus = 16;

    /// <param name="path">Of a file or folder, or <see cref="StandardInput.Path"/>.</param>
    /// <param name="input">What <see cref="StandardInput.Path"/> means; null where there is none.</param>
    /// <param name="workDirectory">Where standard input and what a wrapped file holds are spooled, encrypted; null for the temporary folder.</param>
    /// <param name="maxExpansion">How many times its own size a compressed file may hold.</param>
    /// <param name="database">The one to take out of a cluster's script; of another dump, the one that it is of.</param>
    /// <exception cref="CiAnonException">CIANON3001 to 3029: there is no dump that can be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for input; nothing is left behind.</exception>
    public static Dump Open(string path, StandardInput? input, string? workDirectory, CancellationToken ct, int maxExpansion = UsualExpansion, string? database = null)
    {
        if (!StandardInput.Is(path) && DumpDetection.IsDirectory(Path.GetFullPath(path))) return Of(database, Dump.Open(path), maxExpansion);
        var bytes = OpenBytes(path, input, workDirectory, maxExpansion, ct);
        return database is not null && IsCluster(bytes) ? ClusterScript.OpenAlone(bytes, database) : Of(database, Dump.OpenFile(bytes), maxExpansion);
    }

    /// <summary>A live database for who wants to know what its columns hold: its schema, and of each table at most so many rows.</summary>
    /// <param name="postgresBin">A folder in which pg_dump is looked for first; null for none.</param>
    /// <exception cref="CiAnonException">CIANON4030 to 4036: it can't be read.</exception>
    public static Dump OpenSample(LiveAddress source, long mostRows, string? postgresBin, string? searchPath, CancellationToken ct) =>
        LiveDump.Open(LiveSnapshot.Take(source, ct), keepsLargeObjects: true, postgresBin, searchPath, ct, mostRows);

    /// <summary>What a dump that isn't a folder holds, unwrapped.</summary>
    internal static ArchiveBytes OpenBytes(string path, StandardInput? input, string? workDirectory, int maxExpansion, CancellationToken ct)
    {
        if (!StandardInput.Is(path)) return OpenPath(path, workDirectory, maxExpansion, ct);
        if (input is null) throw new CiAnonException(DiagnosticCodes.Usage, $"there is no {StandardInput.Name} here: name a file, or ./- for one of that name");
        if (input.IsTerminal) throw DumpErrors.Terminal();

        var bytes = Receive(path, input.Open(), workDirectory, maxExpansion, ct);
        try
        {
            if (input.StatusPath is { } status) RequireSuccess(Path.GetFullPath(status));
            _ = DumpDetection.Detect(bytes);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
        return bytes;
    }

    private static ArchiveBytes OpenPath(string path, string? workDirectory, int maxExpansion, CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        if (DumpDetection.IsDirectory(full)) throw DumpErrors.NotRecognized(full, "is a folder, and a file is needed here");
        var file = FileBytes.Open(full);
        if (!DumpDetection.IsWrapped(file)) return file;
        using var closed = file;
        return Receive(full, new BytesStream(file, "its content"), workDirectory, maxExpansion, ct);
    }

    private static bool IsCluster(ArchiveBytes bytes)
    {
        try
        {
            return ClusterScript.Is(bytes);
        }
        catch (IOException failure)
        {
            bytes.Dispose();
            throw DumpErrors.Unreadable(bytes.Path, failure);
        }
    }

    private static Dump Of(string? database, Dump dump, int maxExpansion)
    {
        dump.MaxExpansion = maxExpansion;
        if (database is null || dump.Header.Database is not { } own || own == database) return dump;
        dump.Dispose();
        throw new CiAnonException(DiagnosticCodes.DatabaseNotInScript, $"{DumpErrors.Named(dump.Path)} is a dump of database '{own}', not of '{database}'");
    }

    // Nobody can tell a wrapped stream before its first bytes are there.
    private static ArchiveBytes Receive(string path, Stream input, string? workDirectory, int maxExpansion, CancellationToken ct)
    {
        var spool = NewSpool(SandboxLocation.OnDisk(workDirectory), path);
        try
        {
            var start = new byte[Wrapper.MagicSize];
            var count = Await(path, Fill(input, start, ct), ct);
            using var stored = new StoredStream(start.AsMemory(0, count), input);
            if (Wrapper.Of(start.AsSpan(0, count)) is not { } wrapper)
            {
                Keep(path, stored, spool, ct);
                return spool;
            }
            using var content = new UnwrappedStream(stored, wrapper, path, maxExpansion);
            Keep(path, content, spool, ct);
            if (spool.Length == 0) throw DumpErrors.Empty(path);
            return new UnwrappedBytes(spool, wrapper, stored.Count, stored.Sha256());
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private static SealedSpool NewSpool(string folder, string path)
    {
        try
        {
            return new SealedSpool(folder, path);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new CiAnonException(DiagnosticCodes.WorkDirectoryDenied,
                $"No permission to keep {DumpErrors.Named(path)} in {folder}. Give write permission, or name another folder with --work-dir.", cause: failure);
        }
        catch (IOException failure)
        {
            throw Unkept(path, failure);
        }
    }

    // The next piece is read while this one is encrypted. A read can't be interrupted: it is left behind when the run is cancelled, and
    // its buffer with it.
    private static void Keep(string path, Stream input, SealedSpool spool, CancellationToken ct)
    {
        var (piece, spare) = (new byte[PieceSize], new byte[PieceSize]);
        var next = Fill(input, piece, ct);
        while (Await(path, next, ct) is var count and > 0)
        {
            var isLast = count < piece.Length;
            if (!isLast) next = Fill(input, spare, ct);
            Keep(path, spool, piece.AsSpan(0, count));
            if (isLast) return;
            // Hours of something else than a dump need not pass.
            if (spool.Length == PieceSize) _ = DumpDetection.Detect(spool);
            (piece, spare) = (spare, piece);
        }
    }

    private static Task<int> Fill(Stream input, byte[] piece, CancellationToken ct) =>
        Task.Run(() => input.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false), ct);

    private static int Await(string path, Task<int> reading, CancellationToken ct)
    {
        try
        {
            reading.Wait(ct);
            return reading.Result;
        }
        catch (AggregateException failure) when (failure.InnerException is CiAnonException known)
        {
            ExceptionDispatchInfo.Throw(known);
            throw;
        }
        catch (AggregateException failure) when (failure.InnerException is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.Unreadable(path, failure.InnerException);
        }
    }

    private static void Keep(string path, SealedSpool spool, ReadOnlySpan<byte> piece)
    {
        try
        {
            spool.Append(piece);
        }
        catch (IOException failure)
        {
            throw Unkept(path, failure);
        }
    }

    private static CiAnonException Unkept(string path, IOException failure) => SandboxErrors.From(failure, $"keep {DumpErrors.Named(path)} in the work directory");

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
