namespace CiAnon.Residual.Encodings;

/// <summary>What stands before a part of a name and says which one it is.</summary>
/// <param name="Place">In the text.</param>
internal readonly record struct NameLabel(Range Place, bool MayBeFirst, bool MayBeLast)
{
    public bool IsOne => MayBeFirst || MayBeLast;
}
