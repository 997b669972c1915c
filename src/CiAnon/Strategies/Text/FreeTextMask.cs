using CiAnon.Catalogs;

namespace CiAnon.Strategies.Text;

/// <summary>Leaves a text as it is, but for what names somebody.</summary>
/// <param name="prose">Null where nobody masks: policies are reviewed without it.</param>
/// <param name="room">Characters at most: pseudonyms may be longer than what they stand for.</param>
internal sealed class FreeTextMask(IProse? prose, ProseRules rules, int? room) : Mask
{
    internal override Mask In(ColumnType type, bool isUnique, PersonalKind? kind) =>
        kind is { } own && (PersonalKinds.Of(own).IsDirect || own is PersonalKind.FirstName or PersonalKind.LastName) ? new WholeValueMask(this, own, rules.Of(own), room) : this;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.IsEmpty) return;
        (prose ?? throw new InvalidOperationException("Nobody reads the text.")).Replace(value, rules, room, output);
    }
}
