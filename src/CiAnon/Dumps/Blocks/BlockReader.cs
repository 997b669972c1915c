using CiAnon.Dumps.Contents;

namespace CiAnon.Dumps.Blocks;

/// <summary>The data blocks of one dump, in one format.</summary>
internal abstract class BlockReader
{
    /// <summary>Bytes on disk.</summary>
    public abstract long StoredBytes(TocEntry entry);

    /// <summary>The decompressed rows of an entry that is not BLOBS.</summary>
    public abstract Stream OpenRows(TocEntry entry);

    /// <summary>Writes the block as it is stored, where another dump's of the same format and compression has the same bytes for the same rows.</summary>
    /// <returns>False where no such thing can be said; nothing is written then.</returns>
    public virtual bool TryWriteStored(TocEntry entry, Stream target) => false;

    /// <summary>The large objects of a BLOBS entry, in order, decompressed.</summary>
    public abstract IEnumerable<LargeObject> ReadLargeObjects(TocEntry entry);
}
