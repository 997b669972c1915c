using System.Text.Json;

namespace CiAnon.Discovery.Shapes;

/// <summary>Columns of text whose values are JSON, as frameworks keep it where the database had no type for it.</summary>
internal static class JsonText
{
    private const double Half = 0.5;

    /// <summary>Whether every sampled value is JSON, and most are objects or lists.</summary>
    public static bool Is(ColumnSample? sample)
    {
        if (sample is null) return false;
        var whole = sample.Values.Where(value => value.Length < ColumnSample.LongestValue).ToList();
        return whole.Count > 0 && whole.Count(IsContainer) >= whole.Count * Half && whole.TrueForAll(IsJson);
    }

    private static bool IsContainer(byte[] value) => value.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static bool IsJson(byte[] value)
    {
        var reader = new Utf8JsonReader(value);
        try
        {
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
