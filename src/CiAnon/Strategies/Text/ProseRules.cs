namespace CiAnon.Strategies.Text;

/// <summary>Which kinds of a text are replaced by what.</summary>
/// <param name="masks">By <see cref="ProseKind"/>; null for a kind that stays where no original of a column tells that it is one.</param>
public sealed class ProseRules(IReadOnlyList<Mask?> masks)
{
    private readonly Mask?[] _masks = [.. masks];

    public Mask? this[ProseKind kind] => _masks[(int)kind];
}
