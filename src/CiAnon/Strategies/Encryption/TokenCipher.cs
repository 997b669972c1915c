using System.Buffers.Text;
using CiAnon.Keys;

namespace CiAnon.Strategies.Encryption;

/// <summary>
/// Texts: a string of 6 to 36 digits becomes another of its length (FF1), everything else <c>enc_</c> and the base64url of what AES-SIV
/// makes of it. No token is a string of digits, so that each pseudonym tells how it was made.
/// </summary>
internal sealed class TokenCipher(NumeralPermutation digits, AesSiv siv) : Cipher
{
    /// <summary>The characters of the token of so many bytes.</summary>
    public static long Length(long bytes) => Prefix.Length + ((AesSiv.TagSize + bytes) * 4 + 2) / 3;

    /// <summary>The bytes of the longest value whose token has so many characters at most; not above 0 where none has.</summary>
    public static long Longest(long characters) => (characters - Prefix.Length) * 3 / 4 - AesSiv.TagSize;

    private static ReadOnlySpan<byte> Prefix => "enc_"u8;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (IsNumber(value))
        {
            Permute(value, output, back: false);
            return;
        }
        var target = output.Reserve((int)Length(value.Length) + AesSiv.TagSize + value.Length);
        Prefix.CopyTo(target);
        var bytes = target.Slice((int)Length(value.Length), AesSiv.TagSize + value.Length);
        siv.Encrypt(value, bytes);
        output.Advance(Prefix.Length + Base64Url.EncodeToUtf8(bytes, target[Prefix.Length..(int)Length(value.Length)]));
    }

    public override void Restore(ReadOnlySpan<byte> pseudonym, MaskOutput output)
    {
        if (IsNumber(pseudonym))
        {
            Permute(pseudonym, output, back: true);
            return;
        }
        if (!pseudonym.StartsWith(Prefix)) throw new MaskException("is neither a token nor a string of 6 to 36 digits");
        var encoded = pseudonym[Prefix.Length..];
        if (!Base64Url.IsValid(encoded, out var length) || encoded.Contains((byte)'=')) throw new MaskException("is no whole token");
        var target = output.Reserve(2 * length);
        var bytes = target.Slice(length, length);
        if (!Base64Url.TryDecodeFromUtf8(encoded, bytes, out var written) || written != length || length < AesSiv.TagSize) throw new MaskException("is no whole token");
        if (!siv.TryDecrypt(bytes, target)) throw new MaskException("was made with another key or seed, or was changed");
        output.Advance(length - AesSiv.TagSize);
    }

    private bool IsNumber(ReadOnlySpan<byte> value) =>
        value.Length >= digits.Shortest && value.Length <= digits.Longest && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private void Permute(ReadOnlySpan<byte> value, MaskOutput output, bool back)
    {
        var target = output.Reserve(value.Length)[..value.Length];
        for (var i = 0; i < value.Length; i++) target[i] = (byte)(value[i] - '0');
        digits.Apply(target, back);
        foreach (ref var digit in target) digit += (byte)'0';
        output.Advance(value.Length);
    }
}
