using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Spools;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Scripts;

/// <summary>Reads the rows and large objects of a script, in the form that data blocks have.</summary>
/// <param name="items">By dump id.</param>
internal sealed class ScriptBlockReader(ArchiveBytes script, IReadOnlyDictionary<int, ScriptItem> items) : BlockReader
{
    public override long StoredBytes(TocEntry entry) => items[entry.DumpId].RowsEnd - items[entry.DumpId].BlockStart;

    public override Stream OpenRows(TocEntry entry)
    {
        var item = items[entry.DumpId];
        Stream rows = new BytesStream(new SliceBytes(script, item.BlockStart, item.RowsEnd - item.BlockStart), entry.FullName);
        if (item.IsInserts) return rows;
        if (item.HasCarriageReturns) rows = new UnixRowsStream(rows, () => DumpErrors.Corrupt(script.Path, entry.FullName, "its lines end in two ways"));
        return new SealedStream(rows, Dump.RowsEnd.ToArray());
    }

    public override IEnumerable<LargeObject> ReadLargeObjects(TocEntry entry)
    {
        var item = items[entry.DumpId];
        var objects = new ScriptLargeObjects(new SliceBytes(script, item.BlockStart, item.BlockEnd - item.BlockStart), entry.FullName);
        return objects.Read();
    }
}
