namespace CiAnon.Dumps.Scripts;

/// <summary>What becomes one entry of the table of contents: texts as they are in the script, and where they lie.</summary>
internal sealed class ScriptItem
{
    /// <summary>Unique in the script, from 1; the entry's dump id.</summary>
    public int Id { get; set; }

    public required byte[] Tag { get; set; }
    public required string Desc { get; set; }
    public byte[]? Schema { get; set; }
    public byte[]? Owner { get; set; }
    public byte[]? Tablespace { get; init; }
    public byte[]? TableAm { get; init; }

    /// <summary>Whether a comment of pg_dump's announced it: then it has all statements up to the next one.</summary>
    public bool HasHeader { get; init; }

    /// <summary>Where its header, or its only statement, begins.</summary>
    public long Start { get; init; }

    /// <summary>Where the next begins.</summary>
    public long End { get; set; }

    public MemoryStream Defn { get; } = new();
    public long DefnStart { get; set; } = -1;
    public long DefnEnd { get; set; } = -1;

    public byte[]? DropStmt { get; set; }
    public byte[]? CopyStmt { get; set; }

    /// <summary>Where rows or large objects lie, their end mark included; negative for none.</summary>
    public long BlockStart { get; set; } = -1;
    public long BlockEnd { get; set; } = -1;

    /// <summary>Where the rows end and their end mark begins.</summary>
    public long RowsEnd { get; set; } = -1;

    /// <summary>Lines end as Windows ends them.</summary>
    public bool HasCarriageReturns { get; set; }

    public bool HasData => BlockStart >= 0;
}
