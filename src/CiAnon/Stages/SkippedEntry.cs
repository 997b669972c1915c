namespace CiAnon.Stages;

/// <summary>An entry of the table of contents that the sandbox did without; it stays in the artefact.</summary>
public sealed record SkippedEntry(string Entry, string Reason);
