namespace CiAnon.Diagnostics;

/// <summary>A place in a file that the user wrote; line and column count from 1.</summary>
public readonly record struct SourcePosition(string File, int Line, int Column);
