namespace CiAnon.Dumps.Scripts;

/// <summary>What a script holds, in its order.</summary>
internal sealed record ScriptContents
{
    public List<ScriptItem> Items { get; } = [];

    /// <summary>PostgreSQL's name of the script's encoding; null where it doesn't say.</summary>
    public string? Encoding { get; set; }

    /// <summary>Null where the script doesn't say.</summary>
    public bool? HasStandardStrings { get; set; }

    /// <summary>The statement that sets it; null for none.</summary>
    public string? SearchPath { get; set; }

    public byte[]? ServerVersion { get; set; }

    public byte[]? DumpVersion { get; set; }

    /// <summary>The database that <c>--create</c> goes on with.</summary>
    public string? ConnectedTo { get; set; }

    /// <summary>Comments, settings and whatever else belongs to no item: to be searched as definitions are.</summary>
    public byte[] Loose { get; init; } = [];

    /// <summary>Where the script ends; of a part of a cluster's script, where the next part begins.</summary>
    public long Length { get; init; }

    /// <summary>Where owners stand, and what the script is without them.</summary>
    public List<ScriptEdit> Owners { get; } = [];

    /// <summary>Where settings of a role in this database stand, within a definition.</summary>
    public List<ScriptEdit> RoleSettings { get; } = [];

    /// <summary>Statements that say whose the next entries are, as they stand there.</summary>
    public List<ScriptEdit> Sessions { get; } = [];

    /// <summary>What ended the part of a cluster's script; null at the end of a script.</summary>
    public (long Start, ClusterHeading Heading)? Next { get; set; }
}
