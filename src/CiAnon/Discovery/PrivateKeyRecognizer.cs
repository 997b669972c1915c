namespace CiAnon.Discovery;

/// <summary>PEM private keys (RFC 7468), OpenSSH's and PGP's included.</summary>
internal sealed class PrivateKeyRecognizer : Recognizer
{
    public override bool IsWhole(ReadOnlySpan<byte> value) => Bytes.Trim(value).StartsWith("-----BEGIN "u8) && Count(value) > 0;

    public override int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (text.IndexOf("-----BEGIN "u8) is >= 0 and var found)
        {
            text = text[(found + 11)..];
            if (text[..Math.Min(text.Length, 40)].IndexOf("PRIVATE KEY"u8) >= 0) count++;
        }
        return count;
    }
}
