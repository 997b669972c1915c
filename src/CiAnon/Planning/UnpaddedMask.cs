using CiAnon.Strategies;

namespace CiAnon.Planning;

/// <summary>
/// char(n) pads its values with blanks that mean nothing (PostgreSQL, "Character Types"): without them a value gets the same
/// pseudonym in a char and in a varchar column.
/// </summary>
internal sealed class UnpaddedMask(Mask inner) : WrappingMask(inner)
{
    internal override bool TakesBlanksForEmpty => true;

    private protected override Mask Around(Mask other) => new UnpaddedMask(other);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var text = value.TrimEnd((byte)' ');
        if (!text.IsEmpty || value.IsEmpty || Inner.ReplacesEmpty) Inner.Apply(text, output);
        else output.Append(value);
    }

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output)
    {
        var text = value.TrimEnd((byte)' ');
        if (!text.IsEmpty || value.IsEmpty || Inner.ReplacesEmpty) Inner.Apply(text, row, output);
        else output.Append(value);
    }
}
