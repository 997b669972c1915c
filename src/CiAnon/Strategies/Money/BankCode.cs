using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Money;

/// <summary>The four letters of an invented bank, which its BIC begins with, and its IBANs of countries that write it there.</summary>
internal static class BankCode
{
    private static ReadOnlySpan<byte> Label => "bank:"u8;

    public static void Write(Span<byte> code, SipHash hash, ReadOnlySpan<byte> subject)
    {
        var stream = new HashStream(hash.Hash(subject) ^ hash.Hash(Label));
        code[0] = code[1] = (byte)'X';
        code[2] = (byte)('A' + stream.Index(26));
        code[3] = (byte)('A' + stream.Index(26));
    }
}
