namespace CiAnon.Strategies;

/// <summary>
/// The mask of a strategy whose results no function of one row gives: whoever runs the masks asks for those of many rows at once
/// (<c>Copy/IBatch</c>). It says what is asked for; nothing is applied by it.
/// </summary>
public abstract class BatchMask : Mask
{
    public override bool SeesRow => true;

    public override BatchMask Batch => this;

    public sealed override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => throw new InvalidOperationException("Its results come for many rows at once.");
}
