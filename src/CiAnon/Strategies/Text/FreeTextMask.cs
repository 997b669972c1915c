namespace CiAnon.Strategies.Text;

/// <summary>Leaves a text as it is, but for what names somebody.</summary>
/// <param name="prose">Null where nobody masks: policies are reviewed without it.</param>
/// <param name="room">Characters at most: pseudonyms may be longer than what they stand for.</param>
internal sealed class FreeTextMask(IProse? prose, ProseRules rules, int? room) : Mask
{
    /// <summary>The same, but that values of the kind don't stay.</summary>
    public Mask Over(PersonalKind kind) => new WholeValueMask(this, kind, FormOf(kind) is { } form ? rules[form] : null, room);

    private static ProseKind? FormOf(PersonalKind kind) => kind switch
    {
        PersonalKind.Email => ProseKind.Email,
        PersonalKind.Phone => ProseKind.Phone,
        PersonalKind.Name => ProseKind.Name,
        PersonalKind.FirstName => ProseKind.FirstName,
        PersonalKind.LastName => ProseKind.LastName,
        PersonalKind.Address => ProseKind.Address,
        PersonalKind.Account => ProseKind.Iban,
        PersonalKind.Card => ProseKind.Card,
        PersonalKind.NationalId or PersonalKind.RecordNumber => ProseKind.NationalId,
        PersonalKind.Ip => ProseKind.Ip,
        PersonalKind.Token => ProseKind.Token,
        _ => null,
    };

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.IsEmpty) return;
        (prose ?? throw new InvalidOperationException("Nobody reads the text.")).Replace(value, rules, room, output);
    }
}
