namespace CiAnon.Strategies.Text;

/// <summary>Leaves a text as it is, but for what names somebody.</summary>
/// <param name="prose">Null where nobody masks: policies are reviewed without it.</param>
/// <param name="room">Characters at most: pseudonyms may be longer than what they stand for.</param>
internal sealed class FreeTextMask(IProse? prose, ProseRules rules, int? room) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.IsEmpty) return;
        (prose ?? throw new InvalidOperationException("Nobody reads the text.")).Replace(value, rules, room, output);
    }
}
