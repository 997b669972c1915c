namespace CiAnon.Tests.Hosts;

/// <summary>A command that a host found in a log.</summary>
internal sealed record HostCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data);
