using CiAnon.Keys;

namespace CiAnon.Strategies.Encryption;

/// <summary>bytea in COPY text, \x and hexadecimal digits: the tag and the encrypted bytes (AES-SIV).</summary>
internal sealed class BytesCipher(AesSiv siv) : Cipher
{
    private const int Mark = 2;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var length = Length(value);
        var sealedLength = length + AesSiv.TagSize;
        // The digits of the result, the value, and what is made of it.
        var scratch = output.Reserve(Mark + 3 * sealedLength + length);
        var clear = scratch.Slice(Mark + 2 * sealedLength, length);
        var result = scratch.Slice(Mark + 2 * sealedLength + length, sealedLength);
        Read(value, clear);
        siv.Encrypt(clear, result);
        Write(result, scratch, output);
    }

    public override void Restore(ReadOnlySpan<byte> pseudonym, MaskOutput output)
    {
        var length = Length(pseudonym);
        var scratch = output.Reserve(Mark + 4 * length);
        var bytes = scratch.Slice(Mark + 2 * length, length);
        var clear = scratch.Slice(Mark + 3 * length, Math.Max(0, length - AesSiv.TagSize));
        Read(pseudonym, bytes);
        if (!siv.TryDecrypt(bytes, clear)) throw new MaskException("was made with another key or seed, or was changed");
        Write(clear, scratch, output);
    }

    private static int Length(ReadOnlySpan<byte> value) =>
        value.StartsWith("\\x"u8) && value.Length % 2 == 0 ? (value.Length - Mark) / 2 : throw new MaskException("is not bytea in hexadecimal digits");

    private static void Read(ReadOnlySpan<byte> value, Span<byte> bytes)
    {
        if (Convert.FromHexString(value[Mark..], bytes, out _, out _) != System.Buffers.OperationStatus.Done) throw new MaskException("is not bytea in hexadecimal digits");
    }

    private static void Write(ReadOnlySpan<byte> bytes, Span<byte> target, MaskOutput output)
    {
        "\\x"u8.CopyTo(target);
        _ = Convert.TryToHexStringLower(bytes, target[Mark..], out var written);
        output.Advance(Mark + written);
    }
}
