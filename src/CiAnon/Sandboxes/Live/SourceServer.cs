namespace CiAnon.Sandboxes.Live;

/// <summary>What a target's server is compared with.</summary>
/// <param name="Identifier">Tells one server, and copies of its files, from all others.</param>
/// <param name="Major">Such as 15.</param>
internal sealed record SourceServer(string Identifier, int Major);
