namespace CiAnon.Sandboxes.Live;

/// <summary>What a target's server is compared with.</summary>
/// <param name="Identifier">Tells one server, and copies of its files, from all others.</param>
/// <param name="Major">Such as 15.</param>
/// <param name="Bytes">Of the source on its disk, indexes included.</param>
internal sealed record SourceServer(string Identifier, int Major, long Bytes);
