namespace CiAnon.Publishing.GitHub.Json;

/// <summary>What a check run shows.</summary>
/// <param name="Title">One line.</param>
/// <param name="Summary">Markdown.</param>
/// <param name="Annotations">Appended to those that are there.</param>
internal sealed record CheckRunOutput(string Title, string Summary, IReadOnlyList<CheckAnnotation> Annotations)
{
    /// <summary>Characters of a summary.</summary>
    public const int LongestSummary = 65_535;

    /// <summary>Annotations of one request.</summary>
    public const int MostAnnotations = 50;
}
