namespace CiAnon.Strategies;

/// <summary>
/// The function of a strategy, compiled for one domain. Pure and safe to call from several threads at once.
/// It sees and writes a field's decoded bytes (no COPY escapes), in the dump's encoding.
/// </summary>
public abstract class Mask
{
    /// <summary>Every value becomes NULL; <see cref="Apply"/> is not called.</summary>
    public virtual bool WritesNull => false;

    /// <summary>NULL is replaced too: <see cref="Apply"/> is called with an empty value.</summary>
    public virtual bool ReplacesNull => false;

    /// <summary>The empty string is replaced too.</summary>
    public virtual bool ReplacesEmpty => false;

    /// <summary>Appends the pseudonym of <paramref name="value"/>, which is never NULL.</summary>
    /// <exception cref="MaskException">The value isn't what the strategy can mask; the message never repeats it.</exception>
    public abstract void Apply(ReadOnlySpan<byte> value, MaskOutput output);
}
