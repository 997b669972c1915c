using System.Text;

namespace CiAnon.Discovery.Shapes;

/// <summary>Keys and values of hstore as PostgreSQL writes it: <c>"key"=>"value", "other"=>NULL</c>. Of a value that was cut for the sample, what stands before the cut.</summary>
internal static class HstorePairs
{
    public const string Type = "hstore";

    /// <summary>A value is null where it is NULL.</summary>
    public static IReadOnlyList<(string Key, string? Value)> Read(ReadOnlySpan<byte> hstore)
    {
        var pairs = new List<(string, string?)>();
        var at = 0;
        while (Quoted(hstore, ref at) is { } key && hstore[at..].StartsWith("=>"u8))
        {
            at += 2;
            string? value = null;
            if (hstore[at..].StartsWith("NULL"u8)) at += 4;
            else if ((value = Quoted(hstore, ref at)) is null) break;
            pairs.Add((key, value));
            at += hstore[at..].StartsWith(", "u8) ? 2 : 0;
        }
        return pairs;
    }

    // Null where none begins, or where it doesn't end.
    private static string? Quoted(ReadOnlySpan<byte> text, ref int at)
    {
        if (at >= text.Length || text[at] != '"') return null;
        var read = new List<byte>();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && ++at == text.Length) return null;
            read.Add(text[at]);
        }
        return at++ < text.Length ? Encoding.UTF8.GetString([.. read]) : null;
    }
}
