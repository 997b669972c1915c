using CiAnon.Diagnostics;
using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Inserts;
using CiAnon.Dumps.Scripts;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps;

/// <summary>
/// What pg_dump wrote: an archive, custom, directory or tar, versions 1.12 to 1.16 (PostgreSQL 9.6 to 19), or a script. Safe for several
/// threads. Everything that can be wrong with a dump is a <see cref="CiAnonException"/> with exit code 3 that names the entry, never a
/// value.
/// </summary>
public sealed class Dump : IDisposable
{
    private readonly ArchiveBytes? _file;
    private readonly LiveBlocks? _live;

    private Dump(string path, DumpFormat format, ArchiveBytes? file, ArchiveToc archive, BlockReader blocks)
    {
        Path = path;
        Format = format;
        Archive = archive;
        Blocks = blocks;
        _file = file;
        _live = blocks as LiveBlocks;
        Bytes = _live?.Bytes ?? file?.StoredLength ?? ArchiveDigest.VisibleFiles(path).Sum(FileSize.Of);
        ContentBytes = _live?.Bytes ?? file?.Length ?? Bytes;
    }

    /// <summary>Of the file or folder, in full; <see cref="StandardInput.Path"/> for standard input.</summary>
    public string Path { get; }

    public DumpFormat Format { get; }

    public DumpHeader Header => Archive.Header;

    /// <summary>The table of contents, in the order of the archive.</summary>
    public IReadOnlyList<TocEntry> Toc => Archive.Entries;

    /// <summary>PostgreSQL's name of the encoding of rows and SQL, like UTF8.</summary>
    public string ClientEncoding => Archive.ClientEncoding;

    /// <summary>Size of the file, of the directory's files, or of a live database's tables.</summary>
    public long Bytes { get; }

    /// <summary>A database that is read in one snapshot, in the place of an archive: rows come from its tables.</summary>
    public bool IsLive => _live is not null;

    /// <summary>The same of what a wrapped file holds.</summary>
    public long ContentBytes { get; }

    /// <summary>What ends the rows of a table in a data block.</summary>
    public static ReadOnlySpan<byte> RowsEnd => "\\.\n\n\n"u8;

    internal ArchiveToc Archive { get; private set; }

    internal BlockReader Blocks { get; }

    /// <summary>What a script is compressed with as a whole, in pg_dump's words; none for an archive, whose blocks are.</summary>
    public Compression Wrapping => Script?.Bytes.Wrapping ?? Compression.None;

    /// <summary>Where everything lies in a script; null for an archive.</summary>
    internal ScriptSource? Script { get; private init; }

    /// <summary>What a script holds between its entries.</summary>
    internal IReadOnlyList<LooseText> Loose => Script?.Contents.Loose is { Length: > 0 } loose
        ? [new LooseText("SCRIPT between its entries", TextDecoder.Decode(loose, ArchiveEncoding.Of(ClientEncoding)))] : [];

    /// <summary>What is published beside this dump, in the same file, and is searched with it: the roles and tablespaces of a cluster's script.</summary>
    internal IReadOnlyList<LooseText> Around { get; set; } = [];

    /// <summary>The script of a whole cluster that it was taken out of, readable as long as this is; null for any other dump.</summary>
    internal Clusters.ClusterScript? Cluster { get; set; }

    /// <summary>Reads header and table of contents and finds the data blocks.</summary>
    public static Dump Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return DumpDetection.IsDirectory(full) ? Guard(full, () => OpenDirectory(full)) : OpenFile(FileBytes.Open(full));
    }

    /// <summary>The same for an archive that lies somewhere else than in a file with a name.</summary>
    /// <param name="bytes">Disposed with the dump, and when this fails.</param>
    /// <param name="dropsRoles">Of a script: nothing names a role, neither in the table of contents nor in what is written of it.</param>
    internal static Dump OpenFile(ArchiveBytes bytes, bool dropsRoles = false)
    {
        try
        {
            return Guard(bytes.Path, () =>
            {
                var format = DumpDetection.Detect(bytes);
                if (format == DumpFormat.Plain)
                {
                    var script = ScriptSource.Read(bytes, dropsRoles);
                    var parts = script.Blocks();
                    return new Dump(bytes.Path, DumpFormat.Plain, bytes, InsertTables.Complete(bytes.Path, script.Toc, parts), parts) { Script = script };
                }
                if (format == DumpFormat.Tar)
                {
                    var (toc, blocks) = TarBlockReader.Open(bytes);
                    return new Dump(bytes.Path, DumpFormat.Tar, bytes, InsertTables.Complete(bytes.Path, toc, blocks), blocks);
                }
                var custom = TocReader.Read(bytes, DumpFormat.Custom);
                var customBlocks = new CustomBlockReader(bytes, custom);
                return new Dump(bytes.Path, DumpFormat.Custom, bytes, InsertTables.Complete(bytes.Path, custom, customBlocks), customBlocks);
            });
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Of a live database: materialized views that are left without rows, as these come from elsewhere.</summary>
    internal IReadOnlyList<string> Unfilled { get; private init; } = [];

    /// <summary>A live database: its table of contents as pg_dump would write it, and rows that are streamed.</summary>
    /// <param name="blocks">Disposed with the dump.</param>
    internal static Dump OfLive(ArchiveToc toc, string name, LiveBlocks blocks, IReadOnlyList<string> unfilled) => new(name, DumpFormat.Custom, file: null, toc, blocks) { Unfilled = unfilled };

    /// <summary>SHA-256 of the archive as <see cref="ArchiveDigest"/> defines it.</summary>
    public string ComputeSha256(CancellationToken ct) => ComputeDigest(ct).Sha256;

    public ArchiveDigest ComputeDigest(CancellationToken ct) =>
        _live is not null ? new ArchiveDigest(_live.ComputeSha256(Archive.Bytes.AsSpan(Archive.CountAt)), Bytes, []) : Guard(Path, () => _file is null ? ArchiveDigest.Compute(Path, ct) : new ArchiveDigest(_file.ComputeSha256(ct), Bytes, []));

    /// <summary>
    /// The decompressed bytes of a data block, end mark <see cref="RowsEnd"/> included; of BLOBS the large objects' contents one after
    /// another. Each call reads on its own. Only who reads to the end knows that the block is whole.
    /// </summary>
    public Stream OpenData(TocEntry entry)
    {
        RequireData(entry);
        if (entry.IsLargeObjects) return new LargeObjectsStream(ReadLargeObjects(entry));
        if (entry.IsInserts) return new InsertRowsStream(OpenInserts(entry));
        var rows = OpenBlock(entry);
        return entry.IsTableData ? new RowsStream(rows, Path, entry.FullName) : rows;
    }

    /// <summary>The rows of an entry whose block holds INSERT statements.</summary>
    internal InsertParser OpenInserts(TocEntry entry) =>
        new(OpenBlock(entry), HasStandardStrings, what => DumpErrors.Corrupt(Path, entry.FullName, what)) { NeedsTail = Script is null };

    internal bool HasStandardStrings => InsertTables.HasStandardStrings(Archive);

    /// <summary>The large objects of a BLOBS block, in its order; read each to its end before asking for the next.</summary>
    internal IEnumerable<LargeObject> ReadLargeObjects(TocEntry entry)
    {
        RequireData(entry);
        var bound = Bound(entry);
        return Blocks.ReadLargeObjects(entry).Select(one => one with { Content = bound.Of(one.Content) });
    }

    /// <summary>A block of rows or statements as it is in the archive, decompressed.</summary>
    internal Stream OpenBlock(TocEntry entry) => Bound(entry).Of(Blocks.OpenRows(entry));

    private BlockBound Bound(TocEntry entry) => new(_live is null && Script is null ? Blocks.StoredBytes(entry) : 0, _live is null && Script is null ? MaxExpansion : int.MaxValue,
        () => DumpErrors.BlockExpands(Path, entry.FullName, MaxExpansion));

    /// <summary>How many times what is stored of it a compressed block may hold.</summary>
    internal int MaxExpansion { get; set; } = int.MaxValue;

    /// <summary>The entry's SQL as the archive has it, in its encoding.</summary>
    internal ReadOnlySpan<byte> Definition(TocEntry entry) => Archive.Bytes.AsSpan(entry.DefnField);

    /// <summary>Other SQL than the file's, by dump id: from here on the dump is one that says this. Before anybody reads its table of contents.</summary>
    internal void Redefine(IReadOnlyDictionary<int, byte[]> definitions) => Archive = Archive.With(definitions);

    /// <summary>Entries without data that the dump shall not have, by dump id: neither in its table of contents from here on, nor in what is written of it.</summary>
    internal void LeaveOut(IReadOnlySet<int> entries) => Archive = Archive.Without(entries);

    /// <summary>The roles that own something.</summary>
    internal IEnumerable<string> Owners => Toc.Select(entry => entry.Owner).OfType<string>().Where(owner => owner.Length > 0).Distinct();

    /// <summary>Whether the original has large objects, whatever becomes of them.</summary>
    internal bool HasLargeObjects => _live?.HasLargeObjects == true || Toc.Any(entry => entry.IsLargeObjects);

    /// <summary>Bytes of the block on disk.</summary>
    public long StoredBytes(TocEntry entry)
    {
        RequireData(entry);
        return Blocks.StoredBytes(entry);
    }

    /// <summary>SHA-256 of a block of rows as it is stored; null where the same rows may be stored otherwise.</summary>
    internal byte[]? DigestStored(TocEntry entry)
    {
        RequireData(entry);
        using var digest = new HashingStream();
        return Blocks.TryWriteStored(entry, digest) ? digest.Sha256() : null;
    }

    /// <summary>How many rows an entry has, where that is known without reading them; null for an archive.</summary>
    internal long? CountRows(TocEntry entry) => _live?.CountRows(entry);

    /// <summary>Of a live database: an entry's rows are these from here on.</summary>
    internal void Restrict(TocEntry entry, RowsThere rows) => _live!.Restrict(entry, rows);

    /// <summary>Streams that are still open can't be read any more.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _live?.Dispose();
    }

    private static Dump OpenDirectory(string path)
    {
        using var file = FileBytes.Open(System.IO.Path.Combine(path, DirectoryBlockReader.TocName));
        var toc = TocReader.Read(file, DumpFormat.Directory);
        var blocks = new DirectoryBlockReader(path, toc);
        return new Dump(path, DumpFormat.Directory, file: null, InsertTables.Complete(path, toc, blocks), blocks);
    }

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.Unreadable(path, e);
        }
    }

    private static void RequireData(TocEntry entry)
    {
        if (!entry.HasData) throw new ArgumentException($"{entry.FullName} has no data.", nameof(entry));
    }
}
