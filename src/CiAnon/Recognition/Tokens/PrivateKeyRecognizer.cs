using CiAnon.Recognition.Definitions;

namespace CiAnon.Recognition.Tokens;

/// <summary>PEM private keys (RFC 7468), OpenSSH's and PGP's included.</summary>
internal sealed class PrivateKeyRecognizer : Recognizer, ISecretFinder
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

    // To the end of the armour; without one, to the end of the string.
    public void Find(ReadOnlySpan<byte> text, ICollection<(int Start, int End)> found)
    {
        for (var at = 0; text[at..].IndexOf("-----BEGIN "u8) is >= 0 and var next;)
        {
            var start = at + next;
            at = start + 11;
            if (Count(text[start..Math.Min(text.Length, at + 40)]) == 0) continue;
            var rest = text[at..];
            var end = rest.IndexOf("-----END "u8);
            var length = end < 0 ? -1 : rest[(end + 9)..].IndexOf("-----"u8);
            if (length >= 0) at += end + 9 + length + 5;
            else at += rest.IndexOf((byte)'\'') is >= 0 and var quote ? quote : rest.Length;
            found.Add((start, at));
        }
    }
}
