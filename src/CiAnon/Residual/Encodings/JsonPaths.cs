using System.Text;
using System.Text.Json;
using CiAnon.Residual.Dates;

namespace CiAnon.Residual.Encodings;

/// <summary>
/// Says where in a JSON value a match is. Runs on hits only. Keys are names of the schema's making, unless they are data: what doesn't
/// look like a name, or holds an original, is written <c>*</c>.
/// </summary>
internal sealed class JsonPaths(Originals originals)
{
    private const int Most = 1000;
    private const int MostBytes = 1_000_000;
    private const int LongestKey = 40;

    private readonly ScannedColumn _text = new(Catalogs.TypeKind.Text, "text", []);
    private readonly Lazy<ValueScanner> _scanner = new(() => new ValueScanner(originals));
    private readonly DaySet _days = new();
    private Place _place;
    private string _placeName = "";
    private int _calls;

    /// <summary>The path, or the encoding when the value is no JSON; empty for plain text.</summary>
    public string Find(ValueMatch match, ReadOnlySpan<byte> value)
    {
        var place = NameOf(match.Place);
        if (value[0] is not ((byte)'{' or (byte)'[') || value.Length > MostBytes || _calls >= Most) return place;
        _calls++;
        return FindIn(match.Hash, value.ToArray()) ?? place;
    }

    // Dates are hits by chance in many rows: their places are few.
    private string NameOf(Place place)
    {
        if (place != _place) (_place, _placeName) = (place, place.ToString());
        return _placeName;
    }

    private string? FindIn(UInt128 hash, byte[] value)
    {
        try
        {
            var reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = 256 });
            return reader.Read() ? Walk(hash, ref reader, "$") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Walk(UInt128 hash, ref Utf8JsonReader reader, string path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var key = Text(ref reader);
                    var matches = _scanner.Value.Scan(key, _text, _days).Found;
                    if (matches.Any(match => match.Hash == hash)) return path + ".*";
                    var child = path + "." + (matches.Count == 0 && IsName(key) ? Encoding.ASCII.GetString(key) : "*");
                    reader.Read();
                    if (Walk(hash, ref reader, child) is { } found) return found;
                }
                return null;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (Walk(hash, ref reader, path + "[*]") is { } found) return found;
                }
                return null;
            case JsonTokenType.String or JsonTokenType.Number:
                return Leaf(hash, Text(ref reader), path);
            default:
                return null;
        }
    }

    private string? Leaf(UInt128 hash, byte[] text, string path)
    {
        if (text.Length == 0) return null;
        foreach (var match in _scanner.Value.Scan(text, _text, _days).Found)
        {
            if (match.Hash != hash) continue;
            var place = match.Place.ToString();
            if (text[0] is (byte)'{' or (byte)'[' && FindIn(hash, text) is { } inner) place = inner;
            return place.Length == 0 ? path : $"{place} in {path}";
        }
        return null;
    }

    private static byte[] Text(ref Utf8JsonReader reader)
    {
        var buffer = new byte[reader.ValueSpan.Length];
        if (reader.TokenType == JsonTokenType.Number)
        {
            reader.ValueSpan.CopyTo(buffer);
            return buffer;
        }
        return buffer[..reader.CopyString(buffer)];
    }

    private static bool IsName(ReadOnlySpan<byte> key)
    {
        if (key.Length is 0 or > LongestKey || char.IsAsciiDigit((char)key[0])) return false;
        foreach (var character in key)
        {
            if (!char.IsAsciiLetterOrDigit((char)character) && character is not ((byte)'_' or (byte)'-')) return false;
        }
        return key.Count((byte)'-') <= 3;
    }
}
