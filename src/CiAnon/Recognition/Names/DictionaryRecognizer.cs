namespace CiAnon.Recognition.Names;

/// <summary>Values that are one word of a dictionary, or two with a hyphen or a space: Anna, Jean-Pierre, García Lorente.</summary>
internal sealed class DictionaryRecognizer(WordSet words) : Recognizer
{
    public override bool IsWhole(ReadOnlySpan<byte> value)
    {
        value = Bytes.Trim(value);
        if (value.Length is < 2 or > 60 || value.ContainsAnyInRange((byte)'0', (byte)'9')) return false;
        if (NameWords.Directions.Contains(value) || NameWords.Colours.Contains(value)) return false;
        if (words.Contains(value)) return true;
        var split = value.IndexOfAny((byte)' ', (byte)'-');
        return split > 1 && split < value.Length - 2 && words.Contains(value[..split]) && words.Contains(value[(split + 1)..]);
    }

    /// <summary>A dictionary's word within a text says nothing.</summary>
    public override int Count(ReadOnlySpan<byte> text) => IsWhole(text) ? 1 : 0;
}
