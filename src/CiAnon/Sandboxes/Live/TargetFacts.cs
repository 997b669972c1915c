namespace CiAnon.Sandboxes.Live;

/// <summary>What is known of a database before anything is done to it.</summary>
/// <param name="Host">As the connection string names it.</param>
/// <param name="MarkerTables">Tables by which people say that it is production.</param>
/// <param name="Major">Of its server, such as 15.</param>
internal sealed record TargetFacts(string Host, string Database, IReadOnlyList<string> MarkerTables, bool IsStandby, int Major)
{
    /// <summary>The host is a folder, or an abstract name, in which Npgsql looks for a socket of this machine.</summary>
    public bool IsSocket => Host.StartsWith('@') || Path.IsPathRooted(Host);

    /// <summary>It is on the server whose rows are to go into it.</summary>
    public bool IsOnSourcesServer { get; init; }
}
