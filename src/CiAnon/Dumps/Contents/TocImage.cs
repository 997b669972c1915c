using System.Buffers.Binary;
using System.Text;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Dumps.Contents;

/// <summary>
/// Header and table of contents of the target: the source's bytes with another format, compression and format fields, and where
/// asked for with other values of sequences.
/// Counterparts: WriteHead, WriteOffset and each format's _WriteExtraToc.
/// </summary>
internal sealed class TocImage
{
    private const byte OffsetNotSet = 1;
    private const byte OffsetSet = 2;
    private const byte OffsetNoData = 3;

    private readonly ArchiveToc _source;
    private readonly Dictionary<int, int> _offsetsAt = [];

    private readonly IReadOnlyDictionary<int, SequenceValue> _sequences;

    private TocImage(ArchiveToc source, IReadOnlyDictionary<int, SequenceValue> sequences) => (_source, _sequences) = (source, sequences);

    public byte[] Bytes { get; private set; } = [];

    public static TocImage ForCustom(ArchiveToc source, IReadOnlyDictionary<int, SequenceValue> sequences, CompressionChoice choice)
    {
        var image = new TocImage(source, sequences);
        image.Write(HeaderReader.CustomFormat, choice, image.WriteOffset);
        return image;
    }

    public static TocImage ForDirectory(
        ArchiveToc source, IReadOnlyDictionary<int, SequenceValue> sequences, CompressionChoice choice, Func<TocEntry, string?> nameOf)
    {
        var image = new TocImage(source, sequences);
        image.Write(HeaderReader.TarFormat, choice, (entry, target) => image.WriteText(target, nameOf(entry) ?? ""));
        return image;
    }

    /// <summary>Records where the block of an entry begins; an offset too large for the archive's offsets is left for readers to find.</summary>
    public void SetOffset(TocEntry entry, long offset)
    {
        var field = Bytes.AsSpan(_offsetsAt[entry.DumpId], 1 + _source.Header.OffsetSize);
        if (_source.Header.OffsetSize == 4 && offset > int.MaxValue) return;
        field[0] = OffsetSet;
        if (_source.Header.OffsetSize == 4) BinaryPrimitives.WriteInt32LittleEndian(field[1..], (int)offset);
        else BinaryPrimitives.WriteInt64LittleEndian(field[1..], offset);
    }

    private void Write(int format, CompressionChoice choice, Action<TocEntry, MemoryStream> writeField)
    {
        using var target = new MemoryStream(_source.Bytes.Length);
        var done = Copy(target, 0, _source.FormatAt);
        target.WriteByte((byte)format);
        done = Copy(target, done + 1, _source.CompressionField.Start.Value);
        WriteCompression(target, choice);
        done = _source.CompressionField.End.Value;
        foreach (var entry in _source.Entries)
        {
            if (_sequences.TryGetValue(entry.DumpId, out var value)) done = WriteSequence(target, done, entry, value);
            Copy(target, done, entry.FormatField.Start.Value);
            writeField(entry, target);
            done = entry.FormatField.End.Value;
        }
        Copy(target, done, _source.Bytes.Length);
        Bytes = target.ToArray();
    }

    private int WriteSequence(MemoryStream target, int done, TocEntry entry, SequenceValue value)
    {
        // Latin-1 gives every byte back as it was, whatever the archive's encoding.
        var statement = Encoding.Latin1.GetBytes(value.In(Encoding.Latin1.GetString(_source.Bytes.AsSpan(entry.DefnField))));
        var lengthSize = 1 + _source.Header.IntSize;
        Copy(target, done, entry.DefnField.Start.Value - lengthSize);
        target.WriteInt(statement.Length, _source.Header.IntSize);
        target.Write(statement);
        return entry.DefnField.End.Value;
    }

    private int Copy(MemoryStream target, int start, int end)
    {
        target.Write(_source.Bytes.AsSpan(start, end - start));
        return end;
    }

    private void WriteCompression(MemoryStream target, CompressionChoice choice)
    {
        var field = _source.Bytes.AsSpan(_source.CompressionField);
        if (choice.Method == _source.Header.Compression) target.Write(field);
        else if (_source.Header.ArchiveVersion >= ArchiveVersion.CompressionAlgorithm) target.WriteByte((byte)choice.Method);
        else target.WriteInt(choice.Level, _source.Header.IntSize);
    }

    private void WriteOffset(TocEntry entry, MemoryStream target)
    {
        _offsetsAt.Add(entry.DumpId, (int)target.Position);
        target.WriteByte(entry.HasData ? OffsetNotSet : OffsetNoData);
        for (var i = 0; i < _source.Header.OffsetSize; i++) target.WriteByte(0);
    }

    private void WriteText(MemoryStream target, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        target.WriteInt(bytes.Length, _source.Header.IntSize);
        target.Write(bytes);
    }
}
