namespace CiAnon.Strategies.Text;

/// <summary>Which kinds of a text are replaced by what.</summary>
/// <param name="masks">By <see cref="ProseKind"/>; null for a kind that stays where no original of a column tells that it is one.</param>
public sealed class ProseRules(IReadOnlyList<Mask?> masks)
{
    private readonly Mask?[] _masks = [.. masks];

    public Mask? this[ProseKind kind] => _masks[(int)kind];

    /// <summary>What replaces values of a kind; null for nothing.</summary>
    public Mask? Of(PersonalKind kind) => FormOf(kind) is { } form ? this[form] : null;

    /// <summary>As what a value of a kind is recognized.</summary>
    public static ProseKind? FormOf(PersonalKind kind) => kind switch
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
}
