namespace CiAnon.Dumps.Clusters;

/// <summary>A statement of a cluster's script before its databases, or a block of comment lines.</summary>
/// <param name="Name">Of the role, tablespace or database, as written; empty where there is none.</param>
/// <param name="Start">From the script's beginning.</param>
/// <param name="End">Behind the semicolon, or the block's last line.</param>
/// <param name="Text">As it stands there.</param>
internal sealed record GlobalStatement(GlobalKind Kind, string Name, long Start, long End, byte[] Text)
{
    /// <summary>What findings name it by, and allowances: one name for all statements on a role.</summary>
    public string Subject => Kind switch
    {
        GlobalKind.Role when Name.Length > 0 => $"ROLE {Name}",
        GlobalKind.Tablespace when Name.Length > 0 => $"TABLESPACE {Name}",
        _ => "CLUSTER before its databases",
    };
}
