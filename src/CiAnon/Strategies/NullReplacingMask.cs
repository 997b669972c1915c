namespace CiAnon.Strategies;

/// <summary>NULL is masked as an empty value is.</summary>
internal sealed class NullReplacingMask(Mask inner) : WrappingMask(inner)
{
    public override bool ReplacesNull => true;

    private protected override Mask Around(Mask other) => new NullReplacingMask(other);
}
