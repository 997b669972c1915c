namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A message on a line of a file.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="AnnotationLevel">notice, warning or failure.</param>
internal sealed record CheckAnnotation(string Path, int StartLine, int EndLine, int StartColumn, int EndColumn, string AnnotationLevel, string Title, string Message);
