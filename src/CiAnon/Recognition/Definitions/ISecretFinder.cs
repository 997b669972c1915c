namespace CiAnon.Recognition.Definitions;

/// <summary>Says where the secrets that it counts stand, so that they can be replaced.</summary>
internal interface ISecretFinder
{
    /// <summary>Adds each secret's place in the bytes, without the quotation marks around it.</summary>
    void Find(ReadOnlySpan<byte> text, ICollection<(int Start, int End)> found);
}
