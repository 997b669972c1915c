using System.Collections.Concurrent;
using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Inserts;
using CiAnon.Dumps.Scripts;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps;

/// <summary>
/// Writes the same dump with other rows: the source's header and table of contents word for word, except format, compression, data
/// offsets and file names. Blocks can be written from several threads at the same time, each entry with data exactly once. What can't be
/// written is a <see cref="Diagnostics.CiAnonException"/> with exit code 4.
/// </summary>
public abstract class DumpWriter : IDisposable
{
    private readonly ConcurrentDictionary<int, bool> _written = new();

    private protected DumpWriter(Dump source, IReadOnlyDictionary<int, SequenceValue> sequences, string path, CompressionChoice choice)
    {
        Source = source;
        Sequences = sequences;
        Path = path;
        Choice = choice;
    }

    public string Path { get; }

    private protected Dump Source { get; }

    private protected IReadOnlyDictionary<int, SequenceValue> Sequences { get; }

    private protected CompressionChoice Choice { get; }

    private protected bool Completed { get; private set; }

    /// <param name="source">Gives the table of contents, and the blocks that are copied; must stay open.</param>
    /// <param name="path">The target file or directory; must not exist (a directory may, empty).</param>
    /// <param name="format">Of the target.</param>
    /// <param name="choice">Of blocks that are written anew; others are copied where they have the same compression.</param>
    /// <param name="spoolFolder">Where custom and tar archives keep blocks until their turn; default: beside the target.</param>
    /// <param name="sequences">Other values than the source's, by the dump id of the SEQUENCE SET entry.</param>
    public static DumpWriter Create(Dump source, string path, DumpFormat format, CompressionChoice choice, string? spoolFolder = null,
        IReadOnlyDictionary<int, SequenceValue>? sequences = null)
    {
        Require(source, format, choice);
        var full = System.IO.Path.GetFullPath(path);
        sequences ??= new Dictionary<int, SequenceValue>();
        spoolFolder ??= System.IO.Path.GetDirectoryName(full)!;
        return WriteErrors.Guard<DumpWriter>(full, () => format switch
        {
            DumpFormat.Custom => new CustomDumpWriter(source, sequences, full, choice, spoolFolder),
            DumpFormat.Plain => PlainWriter(source, sequences, full, choice, spoolFolder),
            DumpFormat.Tar => new TarDumpWriter(source, sequences, full, spoolFolder),
            _ => new DirectoryDumpWriter(source, sequences, full, choice),
        });
    }

    private static ScriptDumpWriter PlainWriter(Dump source, IReadOnlyDictionary<int, SequenceValue> sequences, string path, CompressionChoice choice, string spoolFolder)
    {
        if (source.Script is not { } script)
            return new ScriptDumpWriter(source, sequences, path, choice, spoolFolder, ArchiveScript.Pieces(source, sequences), layout: null);
        var layout = new ScriptLayout(script.Bytes, script.Contents, source.Archive, sequences, script.Edits);
        return new ScriptDumpWriter(source, sequences, path, choice, spoolFolder, layout.Pieces(), layout);
    }

    /// <exception cref="Diagnostics.CiAnonException">CIANON3008: the format has no compression, or the archive's version no word for this one; CIANON3030: no archive says what a script does.</exception>
    public static void Require(Dump source, DumpFormat format, CompressionChoice choice)
    {
        if (format == DumpFormat.Tar && choice.Method != Compression.None)
            throw DumpErrors.Compression(source.Path, "is written as a tar archive, which has no compression: leave out --compress");
        if (format == DumpFormat.Plain) return;
        // An archive's owner counts only beside the statement that drops the object, which such a script doesn't hold.
        if (source.Script is { Contents.Sessions.Count: > 0 })
            throw new Diagnostics.CiAnonException(Diagnostics.DiagnosticCodes.OwnersAreSessions, $"{DumpErrors.Named(source.Path)} says with SET SESSION AUTHORIZATION whose its objects are, which no archive does. {Diagnostics.DiagnosticCodes.OwnersAreSessions.Help}");
        if (choice.Method is Compression.None or Compression.Gzip || source.Header.ArchiveVersion >= ArchiveVersion.CompressionAlgorithm) return;
        throw DumpErrors.Compression(source.Path, $"has archive version {source.Header.ArchiveVersion}, which knows no {choice.Method.ToString().ToLowerInvariant()} (pg_dump 16 and later do)");
    }

    /// <summary>Takes the decompressed bytes of a block (end mark <see cref="Dump.RowsEnd"/> included); written when disposed.</summary>
    public Stream OpenBlock(TocEntry entry)
    {
        if (entry.IsLargeObjects) throw new ArgumentException("Large objects are copied or emptied.", nameof(entry));
        Claim(entry);
        return WriteErrors.Guard(Path, () => entry.IsInserts ? OpenInserts(entry) : OpenRows(entry));
    }

    /// <summary>The source's block as stored; decompressed and compressed again only when format or compression differ.</summary>
    public void CopyBlock(TocEntry entry)
    {
        Claim(entry);
        WriteErrors.Guard(Path, () => Copy(entry));
    }

    /// <summary>A BLOBS block without large objects.</summary>
    public void EmptyLargeObjects(TocEntry entry)
    {
        if (!entry.IsLargeObjects) throw new ArgumentException($"{entry.FullName} is not a block of large objects.", nameof(entry));
        Claim(entry);
        WriteErrors.Guard(Path, () => WriteLargeObjects(entry, []));
    }

    /// <summary>Makes the target whole and flushes it to disk.</summary>
    public void Complete()
    {
        var missing = Source.Toc.FirstOrDefault(entry => entry.HasData && !_written.ContainsKey(entry.DumpId));
        if (missing is not null) throw new InvalidOperationException($"{missing.FullName} was not written.");
        WriteErrors.Guard(Path, Finish);
        Completed = true;
    }

    /// <summary>Without <see cref="Complete"/>, deletes what was written.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    private protected abstract Stream OpenRows(TocEntry entry);

    private protected abstract void Copy(TocEntry entry);

    private protected abstract void WriteLargeObjects(TocEntry entry, IEnumerable<LargeObject> objects);

    private protected abstract void Finish();

    private protected void CopyDecompressed(TocEntry entry)
    {
        if (entry.IsLargeObjects)
        {
            WriteLargeObjects(entry, Source.ReadLargeObjects(entry));
            return;
        }
        using var rows = entry.IsInserts ? Source.OpenBlock(entry) : Source.OpenData(entry);
        using var target = OpenRows(entry);
        rows.CopyTo(target, 1 << 17);
        // In a script they stand before its next text.
        if (entry.IsInserts && Source.Script is not null) target.Write(InsertsEnd);
    }

    private static ReadOnlySpan<byte> InsertsEnd => "\n\n"u8;

    private InsertTarget OpenInserts(TocEntry entry)
    {
        var form = InsertForm.Learn(Source.OpenInserts(entry));
        var isWithinTexts = Source.Script is not null && this is ScriptDumpWriter;
        return new InsertTarget(OpenRows(entry), form, Source.HasStandardStrings, isWithinTexts ? [] : InsertsEnd.ToArray());
    }

    private void Claim(TocEntry entry)
    {
        if (!entry.HasData) throw new ArgumentException($"{entry.FullName} has no data.", nameof(entry));
        if (!_written.TryAdd(entry.DumpId, value: true)) throw new InvalidOperationException($"{entry.FullName} was written before.");
    }
}
