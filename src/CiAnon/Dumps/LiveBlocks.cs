namespace CiAnon.Dumps;

/// <summary>The rows of a live database in the place of data blocks: streamed when they are asked for, stored nowhere.</summary>
internal abstract class LiveBlocks : BlockReader, IDisposable
{
    /// <summary>What the tables of the database take on its disks.</summary>
    public abstract long Bytes { get; }

    /// <summary>SHA-256 of the lines <c>digest  entry</c> of every table whose rows were read, in order of name; the schema's comes first.</summary>
    public abstract string ComputeSha256(ReadOnlySpan<byte> schema);

    /// <summary>How many rows an entry has, counted where they are.</summary>
    public abstract long CountRows(TocEntry entry);

    /// <summary>Large objects stay where they are.</summary>
    public sealed override IEnumerable<LargeObject> ReadLargeObjects(TocEntry entry) => [];

    public abstract void Dispose();
}
