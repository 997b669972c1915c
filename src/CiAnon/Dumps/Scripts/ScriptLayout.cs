using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Scripts;

/// <summary>The parts of a script that was read, for one that differs in rows, in definitions that were changed, and in entries that were left out.</summary>
internal sealed class ScriptLayout(ArchiveBytes script, ScriptContents contents, ArchiveToc toc, IReadOnlyDictionary<int, SequenceValue> sequences, IReadOnlyList<ScriptEdit> edits)
{
    private readonly List<ScriptEdit> _edits = [.. edits.OrderBy(edit => edit.Start)];
    private int _edited;
    private readonly Dictionary<int, ScriptItem> _items = contents.Items.ToDictionary(item => item.Id);
    private readonly Dictionary<int, TocEntry> _entries = toc.Entries.ToDictionary(entry => entry.DumpId);

    public IReadOnlyList<ScriptPiece> Pieces()
    {
        var pieces = new List<ScriptPiece>();
        long done = 0;
        foreach (var item in contents.Items)
        {
            AddCopy(pieces, done, item.Start);
            done = item.End;
            if (_entries.GetValueOrDefault(item.Id) is not { } entry) continue;
            var at = item.Start;
            if (item.DefnStart >= 0 && Changed(entry, item) is { } definition)
            {
                AddCopy(pieces, at, item.DefnStart);
                pieces.Add(new ScriptPiece(target => target.Write(definition)));
                at = item.DefnEnd;
            }
            if (item.HasData)
            {
                AddCopy(pieces, at, item.BlockStart);
                pieces.Add(new ScriptPiece(Write: null, item.Id));
                at = item.BlockEnd;
            }
            AddCopy(pieces, at, item.End);
        }
        AddCopy(pieces, done, contents.Length);
        return pieces;
    }

    public ScriptItem ItemOf(TocEntry entry) => _items[entry.DumpId];

    /// <summary>The block as it is in the script.</summary>
    public void CopyBlock(ScriptItem item, Stream target) => Copy(item.BlockStart, item.BlockEnd, target);

    /// <summary>What ends the rows of a table there.</summary>
    public byte[] EndMark(ScriptItem item)
    {
        using var mark = new MemoryStream();
        Copy(item.RowsEnd, item.BlockEnd, mark);
        return mark.ToArray();
    }

    private void AddCopy(List<ScriptPiece> pieces, long from, long to)
    {
        for (; _edited < _edits.Count && _edits[_edited].End <= to; _edited++)
        {
            // What is left out as a whole has its edits, too.
            if (_edits[_edited] is not { } edit || edit.Start < from) continue;
            AddUnedited(pieces, from, edit.Start);
            if (edit.Text.Length > 0) pieces.Add(new ScriptPiece(target => target.Write(edit.Text)));
            from = edit.End;
        }
        AddUnedited(pieces, from, to);
    }

    private void AddUnedited(List<ScriptPiece> pieces, long from, long to)
    {
        if (from < to) pieces.Add(new ScriptPiece(target => Copy(from, to, target)));
    }

    private void Copy(long from, long to, Stream target)
    {
        using var source = new BytesStream(new SliceBytes(script, from, to - from), "the script");
        source.CopyTo(target, 1 << 18);
    }

    // Null where it is still the script's. What the table of contents has at its end, the script has behind it.
    private byte[]? Changed(TocEntry entry, ScriptItem item)
    {
        ReadOnlySpan<byte> definition = toc.Bytes.AsSpan(entry.DefnField);
        if (sequences.TryGetValue(entry.DumpId, out var value))
            definition = System.Text.Encoding.Latin1.GetBytes(value.In(System.Text.Encoding.Latin1.GetString(definition)));
        if (definition.SequenceEqual(item.Defn.GetBuffer().AsSpan(0, (int)item.Defn.Length))) return null;
        return definition.TrimEnd("\n"u8).ToArray();
    }
}
