namespace CiAnon.Hosts;

/// <summary>An output and its value; values are paths, numbers and words.</summary>
public sealed record OutputValue(OutputDefinition Output, string Value);
