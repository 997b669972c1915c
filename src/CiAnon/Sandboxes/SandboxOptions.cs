namespace CiAnon.Sandboxes;

/// <summary>What a sandbox needs to know; all of it comes from the head, nothing is read from the environment.</summary>
/// <param name="PostgresBin">The folder of <c>initdb</c> and <c>postgres</c>, or null to look for one (<c>--postgres-bin</c>).</param>
/// <param name="WorkDirectory">The folder to put the sandbox into, or null for memory or the temporary folder (<c>--work-dir</c>).</param>
/// <param name="SearchPath">The value of PATH.</param>
/// <param name="ExpectedBytes">About how many bytes the tables will take.</param>
/// <param name="Connections">How many connections will be open at once.</param>
/// <param name="LocksNeeded">How many objects one transaction may lock: the number of objects of the dump.</param>
/// <param name="ClusterCache">The user's folder of clusters that initdb made before, or null to keep none.</param>
public sealed record SandboxOptions(
    string? PostgresBin,
    string? WorkDirectory,
    string? SearchPath,
    long ExpectedBytes,
    int Connections,
    int LocksNeeded,
    string? ClusterCache)
{
    /// <summary>The dump's major version: of several installed servers, the one that knows its words is taken. Null where the dump doesn't say.</summary>
    public int? WantedMajor { get; init; }

    /// <summary>Sessions that are given back serve the next who asks. Not where others come between, who may want the database alone.</summary>
    public bool KeepsSessions { get; init; }

    /// <summary>A server that CI lends for a job, in the place of one of our own; null for none.</summary>
    public Live.LiveAddress? Lent { get; init; }
}
