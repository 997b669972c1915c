using System.Text;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Secrets;

/// <summary>bytea in COPY text: \x and hexadecimal digits.</summary>
internal sealed class BlobMask(SipHash hash, string content) : Mask
{
    // One grey point, as small as the format gets.
    private static readonly byte[] Png = Encoding.ASCII.GetBytes(
        "\\x89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a4944415478da6368000000820081da45083b0000000049454e44ae426082");

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("\\x" + Convert.ToHexStringLower(Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n" +
        "0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n")));

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        switch (content == "auto" ? ContentOf(value) : content)
        {
            case "png":
                output.Append(Png);
                return;
            case "pdf":
                output.Append(Pdf);
                return;
        }
        if (!value.StartsWith("\\x"u8)) throw new MaskException("is not bytea in hexadecimal digits");
        output.Append("\\x"u8);
        var stream = new HashStream(hash.Hash(value));
        for (var left = value.Length - 2; left > 0; left -= 16) HexText.Append(output, stream.Next(), Math.Min(16, left));
    }

    private static string ContentOf(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("\\x255044462d"u8)) return "pdf";
        var isPicture = value.StartsWith("\\x89504e47"u8) || value.StartsWith("\\xffd8ff"u8) || value.StartsWith("\\x47494638"u8)
            || value.StartsWith("\\x52494646"u8) && value.Length > 26 && value[18..26].SequenceEqual("57454250"u8);
        return isPicture ? "png" : "random";
    }
}
