namespace CiAnon.Strategies.Conditions;

/// <summary>One of a few texts, byte for byte; the blanks that char(n) pads its values with aside.</summary>
internal sealed class EqualTest(byte[][] operands, bool isPadded) : FieldTest
{
    protected override bool? Holds(ReadOnlySpan<byte> value)
    {
        if (isPadded) value = value.TrimEnd((byte)' ');
        foreach (var operand in operands)
            if (value.SequenceEqual(operand)) return true;
        return false;
    }
}
