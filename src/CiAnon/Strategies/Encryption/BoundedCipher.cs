namespace CiAnon.Strategies.Encryption;

/// <summary>A cipher for values of so many bytes at most, as the policy promised.</summary>
internal sealed class BoundedCipher(Cipher inner, int longest) : Cipher
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.Length > longest) throw new MaskException($"is longer than the {longest} bytes of 'longest'");
        inner.Apply(value, output);
    }

    public override void Restore(ReadOnlySpan<byte> pseudonym, MaskOutput output) => inner.Restore(pseudonym, output);
}
