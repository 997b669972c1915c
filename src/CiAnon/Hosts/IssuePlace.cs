namespace CiAnon.Hosts;

/// <summary>A place in a file of the repository.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record IssuePlace(string Path, int Line, int Column);
