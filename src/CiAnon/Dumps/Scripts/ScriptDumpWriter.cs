using System.Globalization;
using System.Text;
using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Spools;

namespace CiAnon.Dumps.Scripts;

/// <summary>Writes a plain SQL script, compressed as a whole where asked for: the texts of another in their order, and blocks between them.</summary>
internal sealed class ScriptDumpWriter : FileDumpWriter
{
    // pg_dump's buffer of a large object. Counterpart: LOBBUFSIZE.
    private const int LargeObjectPart = 16384;

    private readonly IReadOnlyList<ScriptPiece> _pieces;
    private readonly ScriptLayout? _layout;
    private readonly Stream? _compressor;
    private int _done;

    /// <param name="pieces">With a block for each entry that has data, in the order of the table of contents.</param>
    /// <param name="layout">Of the source, where that is a script.</param>
    public ScriptDumpWriter(Dump source, IReadOnlyDictionary<int, SequenceValue> sequences, string path, CompressionChoice choice, string spoolFolder,
        IReadOnlyList<ScriptPiece> pieces, ScriptLayout? layout)
        : base(source, sequences, path, choice, spoolFolder)
    {
        _pieces = pieces;
        _layout = layout;
        _compressor = BlockEncoding.Compressor(Target, choice, isFile: true);
    }

    private Stream Output => _compressor ?? Target;

    private protected override Stream OpenRows(TocEntry entry)
    {
        var spool = NewSpool();
        if (entry.IsInserts) return new SpoolWriter(spool, Path, () => Ready(entry, spool));
        var item = _layout?.ItemOf(entry);
        return new ScriptRowsTarget(spool, item is null ? Dump.RowsEnd.ToArray() : _layout!.EndMark(item), item?.HasCarriageReturns ?? false, Path, () => Ready(entry, spool));
    }

    private protected override void Copy(TocEntry entry)
    {
        if (_layout?.ItemOf(entry) is { } item) Ready(entry, () => _layout.CopyBlock(item, Output), spool: null);
        else CopyDecompressed(entry);
    }

    private protected override void WriteLargeObjects(TocEntry entry, IEnumerable<LargeObject> objects)
    {
        var spool = NewSpool();
        var part = new byte[LargeObjectPart];
        foreach (var (oid, content) in objects)
        {
            Write(spool, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_catalog.lo_open('{oid}', 131072);\n"));
            for (var count = content.ReadAtLeast(part, part.Length, throwOnEndOfStream: false); count > 0; count = content.ReadAtLeast(part, part.Length, throwOnEndOfStream: false))
                Write(spool, $"SELECT pg_catalog.lowrite(0, '\\x{Convert.ToHexStringLower(part.AsSpan(0, count))}');\n");
            Write(spool, "SELECT pg_catalog.lo_close(0);\n\n");
        }
        Ready(entry, spool);
    }

    private void Ready(TocEntry entry, Spool spool)
    {
        spool.Seal();
        Ready(entry, () => spool.WriteTo(Output), spool);
    }

    private protected override void Begin(TocEntry entry)
    {
        WriteTexts(entry.DumpId);
        _done++;
    }

    private protected override void End()
    {
        WriteTexts(block: 0);
        _compressor?.Dispose();
    }

    // Up to a block, or to the end.
    private void WriteTexts(int block)
    {
        for (; _done < _pieces.Count && (block == 0 || _pieces[_done].Block != block); _done++)
        {
            if (_pieces[_done].Write is not { } write) throw new InvalidOperationException("A block is out of its turn.");
            write(Output);
        }
    }

    private static void Write(Spool spool, string text) => spool.Write(Encoding.ASCII.GetBytes(text));
}
