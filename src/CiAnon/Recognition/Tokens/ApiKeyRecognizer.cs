using System.Text;

namespace CiAnon.Recognition.Tokens;

/// <summary>Keys whose issuers gave them a prefix that tells what they are, with the length that belongs to it.</summary>
internal sealed class ApiKeyRecognizer : TokenRecognizer
{
    private static readonly (byte[] Prefix, int Length)[] Shapes =
    [
        .. new[]
        {
            ("AKIA", 20), ("ASIA", 20), ("AIza", 39), ("ghp_", 40), ("gho_", 40), ("ghu_", 40), ("ghs_", 40), ("ghr_", 40), ("github_pat_", 60), ("glpat-", 26),
            ("xoxb-", 30), ("xoxp-", 30), ("xoxa-", 30), ("xoxr-", 30), ("xoxs-", 30), ("xapp-", 30), ("sk_live_", 24), ("rk_live_", 24), ("whsec_", 24), ("npm_", 40),
            ("ya29.", 30), ("SG.", 60), ("sk-ant-", 40), ("sk-proj-", 40), ("dop_v1_", 64), ("shpat_", 38), ("AccountKey", 80), ("pypi-AgE", 60), ("hf_", 37),
        }.Select(shape => (Encoding.ASCII.GetBytes(shape.Item1), shape.Item2)),
    ];

    public override bool IsOne(ReadOnlySpan<byte> token)
    {
        foreach (var (prefix, length) in Shapes)
        {
            if (token[0] != prefix[0] || !token.StartsWith(prefix) || token.Length < length) continue;
            // Without a prefix's separator, length and alphabet must be right: these are base32 and base64 words.
            return prefix[0] != 'A' || prefix.Length != 4 || token.Length == length && !token.Contains((byte)'.') && (length != 20 || IsBase32(token));
        }
        return false;
    }

    private static bool IsBase32(ReadOnlySpan<byte> token)
    {
        foreach (var one in token)
        {
            if (!Bytes.IsUpper(one) && !Bytes.IsDigit(one)) return false;
        }
        return true;
    }
}
