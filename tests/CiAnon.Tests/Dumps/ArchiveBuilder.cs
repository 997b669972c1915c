using System.Formats.Tar;
using System.IO.Compression;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Tests.Dumps;

/// <summary>Makes small archives as pg_dump would, any version, from its sources' description and without our writer.</summary>
public sealed class ArchiveBuilder
{
    private readonly List<Entry> _entries = [];

    public byte Major { get; set; } = 1;
    public byte Minor { get; set; } = 14;
    public byte IntSize { get; set; } = 4;
    public byte OffsetSize { get; set; } = 8;
    public byte? CompressionByte { get; set; }
    public bool Compressed { get; set; } = true;
    public bool WithOffsets { get; set; } = true;
    public bool Reversed { get; set; }
    public int ChunkSize { get; set; } = 7;
    public string Encoding { get; set; } = "UTF8";

    /// <summary>A table of two rows, a table without rows, three large objects, and entries without data.</summary>
    public static ArchiveBuilder Sample()
    {
        var builder = new ArchiveBuilder();
        builder.Add(1, "ENCODING", "ENCODING", defn: "SET client_encoding = 'UTF8';\n", section: 2);
        builder.Add(7, "TABLE", "customers", schema: "public", defn: "CREATE TABLE public.customers (id integer, name text);\n", section: 2);
        builder.AddRows(8, "customers", "1\tÄnne\n2\t\\N\n");
        builder.AddRows(9, "empty", "");
        builder.AddLargeObjects(11, (16400, "hello"), (16401, ""), (4000000000, "beyond the signed numbers"));
        builder.Add(12, "COMMENT", "TABLE customers", schema: "public", defn: "COMMENT ON TABLE public.customers IS 'x';\n", section: 1);
        return builder;
    }

    public static string Rows(string rows) => rows + "\\.\n\n\n";

    public void Add(int id, string desc, string tag, string schema = "", string defn = "", int section = 2, byte[]? rawTag = null) =>
        _entries.Add(new Entry(id, desc, rawTag ?? Bytes(tag), schema, defn, null, section, null, null));

    public void AddRows(int id, string table, string rows, string? copy = "COPY public.t FROM stdin;\n", string schema = "public") =>
        _entries.Add(new Entry(id, "TABLE DATA", Bytes(table), schema, "", copy, 3, Bytes(Rows(rows)), null));

    /// <param name="block">INSERT statements, with the two empty lines behind them.</param>
    public void AddInserts(int id, string table, string block) =>
        _entries.Add(new Entry(id, "TABLE DATA", Bytes(table), "public", "", "", 3, Bytes(block), null));

    public void AddLargeObjects(int id, params (uint Oid, string Content)[] objects) =>
        _entries.Add(new Entry(id, "BLOBS", Bytes("BLOBS"), "", "", null, 3, null, objects));

    public byte[] Custom()
    {
        // Twice, as pg_dump does: once to know where the blocks are, once with the offsets.
        var offsets = new Dictionary<int, long>();
        var toc = Toc(format: 1, entry => Offset(entry, offsets));
        var blocks = new MemoryStream();
        foreach (var entry in Reversed ? _entries.AsEnumerable().Reverse() : _entries)
        {
            if (!entry.HasData) continue;
            if (WithOffsets) offsets[entry.Id] = toc.Length + blocks.Length;
            blocks.Write(Block(entry));
        }
        return [.. Toc(format: 1, entry => Offset(entry, offsets)), .. blocks.ToArray()];
    }

    public void Directory(string path)
    {
        System.IO.Directory.CreateDirectory(path);
        var list = Minor < 16 ? "blobs.toc" : "blobs_11.toc";
        File.WriteAllBytes(Path.Combine(path, "toc.dat"), Toc(format: 3, entry => Text(
            entry.Objects is not null ? list : entry.Rows is not null ? $"{entry.Id}.dat" : "")));
        var suffix = Compressed ? ".gz" : "";
        foreach (var entry in _entries)
        {
            if (entry.Rows is not null) File.WriteAllBytes(Path.Combine(path, $"{entry.Id}.dat{suffix}"), Gzip(entry.Rows));
            if (entry.Objects is null) continue;
            File.WriteAllText(Path.Combine(path, list), string.Concat(entry.Objects.Select(item => $"{item.Oid} blob_{item.Oid}.dat\n")));
            foreach (var (oid, content) in entry.Objects) File.WriteAllBytes(Path.Combine(path, $"blob_{oid}.dat{suffix}"), Gzip(Bytes(content)));
        }
    }

    /// <summary>By .NET's own writer; the files in the order of pg_dump.</summary>
    public byte[] Tar()
    {
        Compressed = false;
        var target = new MemoryStream();
        using (var tar = new TarWriter(target, TarEntryFormat.Ustar, leaveOpen: true))
        {
            // What pg_dump records for a list of large objects isn't its name.
            AddFile(tar, "toc.dat", Toc(format: 3, entry => Text(entry.HasData ? $"{entry.Id}.dat" : "")));
            foreach (var entry in _entries)
            {
                if (entry.Rows is not null) AddFile(tar, $"{entry.Id}.dat", entry.Rows);
                if (entry.Objects is null) continue;
                foreach (var (oid, content) in entry.Objects) AddFile(tar, $"blob_{oid}.dat", Bytes(content));
                AddFile(tar, Minor < 16 ? "blobs.toc" : $"blobs_{entry.Id}.toc", Bytes(string.Concat(entry.Objects.Select(item => $"{item.Oid} blob_{item.Oid}.dat\n"))));
            }
            AddFile(tar, "restore.sql", "-- for people\n"u8.ToArray());
        }
        return target.ToArray();
    }

    public static void AddFile(TarWriter tar, string name, byte[] content) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content), ModificationTime = DateTimeOffset.UnixEpoch });

    public byte[] Toc(byte format, Func<Entry, byte[]> formatField)
    {
        var toc = new MemoryStream();
        toc.Write("PGDMP"u8);
        toc.Write([Major, Minor, 0, IntSize, OffsetSize, format]);
        if (Minor >= 15) toc.WriteByte(CompressionByte ?? (Compressed ? (byte)1 : (byte)0));
        else toc.Write(Int(Compressed ? -1 : 0));
        foreach (var part in new[] { 59, 58, 23, 31, 11, 124, 0 }) toc.Write(Int(part));
        foreach (var text in new[] { "shop", "15.4 (Debian)", "15.4" }) toc.Write(Text(text));
        toc.Write(Int(_entries.Count));
        foreach (var entry in _entries)
        {
            toc.Write(Int(entry.Id));
            toc.Write(Int(entry.HasData ? 1 : 0));
            toc.Write(Text("1259"));
            toc.Write(Text("16385"));
            toc.Write(Text(entry.Tag));
            toc.Write(Text(entry.Desc));
            toc.Write(Int(entry.Section));
            foreach (var text in new[] { entry.Defn, "", entry.Copy, entry.Schema, "" }) toc.Write(Text(text));
            if (Minor >= 14) toc.Write(Text("heap"));
            if (Minor >= 16) toc.Write(Int(entry.Desc == "TABLE" ? 'r' : 0));
            toc.Write(Text("owner \"x\""));
            toc.Write(Text("false"));
            if (entry.HasData) toc.Write(Text("7"));
            toc.Write(Text((string?)null));
            toc.Write(formatField(entry));
        }
        return toc.ToArray();
    }

    private byte[] Offset(Entry entry, Dictionary<int, long> offsets)
    {
        var known = offsets.TryGetValue(entry.Id, out var offset);
        var state = !entry.HasData ? 3 : known ? 2 : 1;
        return [(byte)state, .. BitConverter.GetBytes(known ? offset : 0).Take(OffsetSize)];
    }

    private byte[] Block(Entry entry)
    {
        if (entry.Rows is not null) return [1, .. Int(entry.Id), .. Chunks(entry.Rows)];
        var block = new List<byte> { 3 };
        block.AddRange(Int(entry.Id));
        foreach (var (oid, content) in entry.Objects!)
        {
            block.AddRange(Int(unchecked((int)oid)));
            // PostgreSQL writes no chunk for an empty large object when nothing is compressed.
            block.AddRange(Chunks(Bytes(content)));
        }
        block.AddRange(Int(0));
        return [.. block];
    }

    private byte[] Chunks(byte[] content)
    {
        var stored = Compressed ? Zlib(content) : content;
        var chunks = new List<byte>();
        foreach (var chunk in stored.Chunk(ChunkSize))
        {
            chunks.AddRange(Int(chunk.Length));
            chunks.AddRange(chunk);
        }
        chunks.AddRange(Int(0));
        return [.. chunks];
    }

    private byte[] Int(long number)
    {
        var magnitude = BitConverter.GetBytes((ulong)Math.Abs(number));
        return [number < 0 ? (byte)1 : (byte)0, .. magnitude.Take(IntSize)];
    }

    private byte[] Text(string? text) => text is null ? Int(-1) : Text(Bytes(text));

    private byte[] Text(byte[] text) => [.. Int(text.Length), .. text];

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static byte[] Zlib(byte[] content)
    {
        if (content.Length == 0) return [0x78, 0x9c, 3, 0, 0, 0, 0, 1];
        var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return target.ToArray();
    }

    private byte[] Gzip(byte[] content)
    {
        if (!Compressed) return content;
        if (content.Length == 0) return [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return target.ToArray();
    }

    public sealed record Entry(int Id, string Desc, byte[] Tag, string Schema, string Defn, string? Copy, int Section, byte[]? Rows,
        (uint Oid, string Content)[]? Objects)
    {
        public bool HasData => Rows is not null || Objects is not null;
    }
}
