namespace CiAnon.Strategies.Encryption;

/// <summary>A mask that whoever has the key can take back.</summary>
public abstract class Cipher : Mask
{
    /// <summary>Appends the value that <see cref="Mask.Apply(ReadOnlySpan{byte}, MaskOutput)"/> made <paramref name="pseudonym"/> of.</summary>
    /// <exception cref="MaskException">This key and rule made no such pseudonym, as far as can be seen; the message never repeats it.</exception>
    public abstract void Restore(ReadOnlySpan<byte> pseudonym, MaskOutput output);
}
