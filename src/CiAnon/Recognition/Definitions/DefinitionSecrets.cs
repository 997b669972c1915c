using System.Text;

namespace CiAnon.Recognition.Definitions;

/// <summary>Where secrets of every kind stand in the SQL of a definition, and the same without them.</summary>
internal static class DefinitionSecrets
{
    private static readonly ISecretFinder[] Finders = [.. Recognizers.InDefinitions(Recognizers.All).OfType<ISecretFinder>()];

    /// <summary>In the text's order; none overlaps another.</summary>
    public static IReadOnlyList<(int Start, int End)> Find(ReadOnlySpan<byte> sql)
    {
        List<(int Start, int End)> found = [];
        foreach (var finder in Finders) finder.Find(sql, found);
        return Spans.Merge(found);
    }

    /// <summary>Every secret replaced; all other bytes as they are.</summary>
    public static byte[] Redact(ReadOnlySpan<byte> sql, IReadOnlyList<(int Start, int End)> secrets)
    {
        using var redacted = new MemoryStream(sql.Length);
        var done = 0;
        foreach (var (start, end) in secrets)
        {
            redacted.Write(sql[done..start]);
            redacted.Write(Encoding.ASCII.GetBytes(Placeholder.Redacted));
            done = end;
        }
        redacted.Write(sql[done..]);
        return redacted.ToArray();
    }
}
