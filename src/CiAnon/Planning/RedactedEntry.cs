namespace CiAnon.Planning;

/// <summary>An entry of the table of contents whose secrets are replaced, and how many they are.</summary>
public sealed record RedactedEntry(string Entry, int Secrets);
