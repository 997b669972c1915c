using System.Text;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Text;

/// <summary>Prose in a column whose name says what its values are: what is nothing but such a value doesn't stay because nobody recognizes it.</summary>
/// <param name="rule">What replaces such values; null for none.</param>
/// <param name="room">Characters at most.</param>
internal sealed class WholeValueMask(Mask inner, PersonalKind kind, Mask? rule, int? room) : WrappingMask(inner)
{
    private readonly byte[] _placeholder = Encoding.ASCII.GetBytes($"[{PersonalKinds.Of(kind).Name}]");

    private protected override Mask Around(Mask other) => new WholeValueMask(other, kind, rule, room);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var start = output.Length;
        Inner.Apply(value, output);
        if (IsLeft(value, output, start)) Replace(value, output, start);
    }

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output)
    {
        var start = output.Length;
        Inner.Apply(value, row, output);
        if (IsLeft(value, output, start)) Replace(value, output, start);
    }

    private bool IsLeft(ReadOnlySpan<byte> value, MaskOutput output, int start) => output.Written[start..].SequenceEqual(value) && WholeValue.Is(kind, value);

    private void Replace(ReadOnlySpan<byte> value, MaskOutput output, int start)
    {
        output.Truncate(start);
        try
        {
            rule?.Apply(value, output);
        }
        catch (MaskException)
        {
            // Not what the rule takes: it goes all the same.
            output.Truncate(start);
        }
        if (output.Length == start || output.Written[start..].SequenceEqual(value))
        {
            output.Truncate(start);
            output.Append(_placeholder);
        }
        TextRoom.Cut(output, start, room);
    }
}
