namespace CiAnon.Strategies;

/// <summary>Looks at the parts of a value that are masked, before they are.</summary>
public interface IInnerSink
{
    /// <summary>One part, never empty; valid until the call returns.</summary>
    /// <param name="rule">Index among <see cref="Mask.Inside"/>.</param>
    void Part(int rule, ReadOnlySpan<byte> part);
}
