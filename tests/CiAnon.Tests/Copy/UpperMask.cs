using CiAnon.Strategies;

namespace CiAnon.Tests.Copy;

/// <summary>A mask whose result everybody can compute: ASCII letters become upper case, and the value is put into brackets.</summary>
internal sealed class UpperMask(bool replacesNull = false, bool replacesEmpty = false, bool writesNull = false) : Mask
{
    public override bool ReplacesNull => replacesNull;

    public override bool ReplacesEmpty => replacesEmpty;

    public override bool WritesNull => writesNull;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.SequenceEqual("refuse"u8)) throw new MaskException("has what can't be masked");
        if (value.SequenceEqual("same"u8))
        {
            output.Append(value);
            return;
        }
        output.Append((byte)'\t');
        foreach (var character in value) output.Append(character is >= (byte)'a' and <= (byte)'z' ? (byte)(character - 32) : character);
        output.Append((byte)'\\');
    }

    /// <summary>The field that a field becomes.</summary>
    public string Slowly(string field)
    {
        if (field == @"\N" && !replacesNull) return field;
        if (field.Length == 0 && !replacesEmpty) return field;
        if (writesNull) return @"\N";
        var value = field == @"\N" ? "" : SlowCopy.Decode(field);
        if (value == "same") return value;
        return SlowCopy.Encode("\t" + string.Concat(value.Select(character => char.IsAsciiLetterLower(character) ? char.ToUpperInvariant(character) : character)) + "\\");
    }
}
