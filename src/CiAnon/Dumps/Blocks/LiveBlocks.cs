using CiAnon.Dumps.Contents;

namespace CiAnon.Dumps.Blocks;

/// <summary>The rows of a live database in the place of data blocks: streamed when they are asked for, stored nowhere.</summary>
internal abstract class LiveBlocks : BlockReader, IDisposable
{
    /// <summary>What the tables of the database take on its disks.</summary>
    public abstract long Bytes { get; }

    /// <summary>The database has large objects, whether they are to be read or not.</summary>
    public abstract bool HasLargeObjects { get; }

    /// <summary>SHA-256 of the lines <c>digest  entry</c> of every table whose rows were read, in order of name; the schema's comes first.</summary>
    public abstract string ComputeSha256(ReadOnlySpan<byte> schema);

    /// <summary>How many rows an entry has, counted where they are.</summary>
    public abstract long CountRows(TocEntry entry);

    /// <summary>From here on an entry's rows are these, and no others are read.</summary>
    public abstract void Restrict(TocEntry entry, RowsThere rows);

    public abstract void Dispose();
}
