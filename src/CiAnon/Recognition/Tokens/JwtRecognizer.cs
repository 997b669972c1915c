using System.Buffers.Text;

namespace CiAnon.Recognition.Tokens;

/// <summary>JSON web tokens (RFC 7519): three parts, the first decodes to a JSON object with "alg".</summary>
internal sealed class JwtRecognizer : TokenRecognizer
{
    public override bool IsOne(ReadOnlySpan<byte> token)
    {
        if (!token.StartsWith("eyJ"u8)) return false;
        var dot = token.IndexOf((byte)'.');
        if (dot is < 16 or > 2000 || token[(dot + 1)..].IndexOf((byte)'.') < 2) return false;
        Span<byte> header = stackalloc byte[64];
        var part = token[..Math.Min(dot / 4 * 4, 80)];
        return Base64Url.TryDecodeFromUtf8(part, header, out var length) && header[0] == '{' && header[..length].IndexOf("\""u8) > 0
            && (dot > 80 || header[..length].IndexOf("\"alg\""u8) >= 0);
    }
}
