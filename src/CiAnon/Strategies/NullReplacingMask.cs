namespace CiAnon.Strategies;

/// <summary>NULL is masked as an empty value is.</summary>
internal sealed class NullReplacingMask(Mask inner) : WrappingMask(inner)
{
    public override bool ReplacesNull => true;

    public override Mask For(RowShape row) => Inner.SeesRow ? new NullReplacingMask(Inner.For(row)) : this;
}
