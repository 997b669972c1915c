namespace CiAnon.Recognition.Definitions;

/// <summary>Places in a text.</summary>
internal static class Spans
{
    /// <summary>In the text's order, and those that overlap as one.</summary>
    public static IReadOnlyList<(int Start, int End)> Merge(IEnumerable<(int Start, int End)> spans)
    {
        List<(int Start, int End)> merged = [];
        foreach (var span in spans.Order())
        {
            if (merged.Count > 0 && span.Start < merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, span.End));
            else merged.Add(span);
        }
        return merged;
    }
}
