using CiAnon.Copy;

namespace CiAnon.Tables;

/// <summary>What a run counted in one table. Numbers and digests; never a value.</summary>
internal sealed class TableFacts
{
    /// <summary>Rows in the dump's block.</summary>
    public long RowsRead { get; set; }

    /// <summary>Rows in the block of the original that a dump is judged against; null without one.</summary>
    public long? RowsInOriginal { get; set; }

    /// <summary>Rows of a live database that a condition left there: nobody read them.</summary>
    public long RowsLeftThere { get; set; }

    /// <summary>Bytes of these rows, not compressed.</summary>
    public long BytesRead { get; set; }

    /// <summary>Rows in the sandbox's table, as the server counts or returns them; those that were written, where they don't go there.</summary>
    public long RowsStored { get; set; }

    /// <summary>Rows in the finished archive, read again.</summary>
    public long RowsWritten { get; set; }

    /// <summary>One per field of the rows.</summary>
    public IReadOnlyList<ColumnCounts> Counts { get; set; } = [];

    /// <summary>SHA-256 of the rows that the artefact must hold, as they were written; empty where the block is a copy.</summary>
    public byte[] Digest { get; set; } = [];

    /// <summary>SHA-256 of the rows that the finished archive holds.</summary>
    public byte[] ProvenDigest { get; set; } = [];
}
