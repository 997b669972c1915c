namespace CiAnon.Publishing;

/// <summary>What <see cref="Purge"/> did with a file or folder.</summary>
/// <param name="Name">In the purged folder.</param>
/// <param name="Problem">Why it is still there; null where it went, or would.</param>
public sealed record PurgedFile(string Name, long Bytes, string? Problem = null)
{
    /// <summary>A run goes on, or was killed: it is left on purpose.</summary>
    public bool IsRunning { get; init; }
}
