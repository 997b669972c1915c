using CiAnon.Diagnostics;

namespace CiAnon.Dumps;

/// <summary>
/// An archive of pg_dump, custom or directory, versions 1.12 to 1.16 (PostgreSQL 9.6 to 18), uncompressed or gzip. Safe for several
/// threads. Everything that can be wrong with a dump is a <see cref="CiAnonException"/> with exit code 3 that names the entry, never a
/// value.
/// </summary>
public sealed class Dump : IDisposable
{
    private Dump(string path, DumpFormat format, ArchiveToc archive, BlockReader blocks)
    {
        Path = path;
        Format = format;
        Archive = archive;
        Blocks = blocks;
        Bytes = format == DumpFormat.Custom ? FileSize.Of(path) : ArchiveDigest.VisibleFiles(path).Sum(FileSize.Of);
    }

    public string Path { get; }

    public DumpFormat Format { get; }

    public DumpHeader Header => Archive.Header;

    /// <summary>The table of contents, in the order of the archive.</summary>
    public IReadOnlyList<TocEntry> Toc => Archive.Entries;

    /// <summary>PostgreSQL's name of the encoding of rows and SQL, like UTF8.</summary>
    public string ClientEncoding => Archive.ClientEncoding;

    /// <summary>Size of the file, or of the directory's files.</summary>
    public long Bytes { get; }

    /// <summary>What ends the rows of a table in a data block.</summary>
    public static ReadOnlySpan<byte> RowsEnd => "\\.\n\n\n"u8;

    internal ArchiveToc Archive { get; }

    internal BlockReader Blocks { get; }

    /// <summary>Reads header and table of contents and finds the data blocks.</summary>
    public static Dump Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var format = DumpDetection.Detect(full);
        try
        {
            var custom = format == DumpFormat.Custom;
            var toc = TocReader.Read(custom ? full : System.IO.Path.Combine(full, DirectoryBlockReader.TocName), format);
            foreach (var entry in toc.Entries)
            {
                if (entry.IsTableData && string.IsNullOrEmpty(entry.CopyStmt)) throw DumpErrors.Inserts(full, entry.FullName);
            }
            return new Dump(full, format, toc, custom ? new CustomBlockReader(full, toc) : new DirectoryBlockReader(full, toc));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.Unreadable(full, e);
        }
    }

    /// <summary>SHA-256 of the archive as <see cref="ArchiveDigest"/> defines it.</summary>
    public string ComputeSha256(CancellationToken ct) => ComputeDigest(ct).Sha256;

    public ArchiveDigest ComputeDigest(CancellationToken ct)
    {
        try
        {
            return ArchiveDigest.Compute(Path, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.Unreadable(Path, e);
        }
    }

    /// <summary>
    /// The decompressed bytes of a data block, end mark <see cref="RowsEnd"/> included; of BLOBS the large objects' contents one after
    /// another. Each call reads on its own. Only who reads to the end knows that the block is whole.
    /// </summary>
    public Stream OpenData(TocEntry entry)
    {
        RequireData(entry);
        if (entry.IsLargeObjects) return new LargeObjectsStream(Blocks.ReadLargeObjects(entry));
        var rows = Blocks.OpenRows(entry);
        return entry.IsTableData ? new RowsStream(rows, Path, entry.FullName) : rows;
    }

    /// <summary>Bytes of the block on disk.</summary>
    public long StoredBytes(TocEntry entry)
    {
        RequireData(entry);
        return Blocks.StoredBytes(entry);
    }

    public void Dispose()
    {
        // Every stream has its own handle; the contract leaves room for formats that need one for all.
    }

    private static void RequireData(TocEntry entry)
    {
        if (!entry.HasData) throw new ArgumentException($"{entry.FullName} has no data.", nameof(entry));
    }
}
