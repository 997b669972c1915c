namespace CiAnon.Strategies.Text;

/// <summary>
/// Reads texts that people wrote. Made before there is a plan, and told what there is to know before a row is masked: which originals the
/// run's identifying columns hold, and what became of them.
/// </summary>
public interface IProse
{
    /// <summary>Appends the text with everything replaced that names somebody; all other bytes are as they were.</summary>
    /// <param name="room">Characters at most; what is more is cut.</param>
    void Replace(ReadOnlySpan<byte> text, ProseRules rules, int? room, MaskOutput output);
}
