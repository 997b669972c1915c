namespace CiAnon.Strategies;

/// <summary>The original values of a row, for masks that look beyond their own field. Only fields that a mask <see cref="Mask.Reads"/> are there.</summary>
public abstract class Row
{
    public abstract bool IsNull(int field);

    /// <summary>Decoded, in the dump's encoding; empty for NULL. Valid until the next row.</summary>
    public abstract ReadOnlySpan<byte> this[int field] { get; }
}
