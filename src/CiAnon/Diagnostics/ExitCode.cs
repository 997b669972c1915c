namespace CiAnon.Diagnostics;

/// <summary>What the command's exit code says; the same in every head.</summary>
public enum ExitCode
{
    /// <summary>Done and proven.</summary>
    Done = 0,

    /// <summary>A check failed; nothing was published.</summary>
    CheckFailed = 1,

    /// <summary>Wrong usage or policy.</summary>
    Usage = 2,

    /// <summary>The dump can't be read.</summary>
    Dump = 3,

    /// <summary>PostgreSQL missing or too old, disk full, no permission.</summary>
    Environment = 4,

    /// <summary>A bug of ours.</summary>
    Bug = 70,

    /// <summary>Cancelled by SIGINT or SIGTERM.</summary>
    Cancelled = 130,
}
