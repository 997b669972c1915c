using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Money;

/// <summary>Draws bank and account of an IBAN from whose it is.</summary>
internal sealed class IbanMask(SipHash hash, string? by, int place = -1) : AccountMask(by, place)
{
    private const int Longest = 34;

    protected override Mask At(int field) => new IbanMask(hash, By, field);

    protected override void Write(ReadOnlySpan<byte> value, ReadOnlySpan<byte> subject, MaskOutput output)
    {
        Span<byte> compact = stackalloc byte[Longest];
        var length = 0;
        foreach (var one in value)
        {
            if (one is (byte)' ' or (byte)'-' or (byte)'.') continue;
            if (length == Longest || !char.IsAsciiLetterOrDigit((char)one)) throw Refused();
            compact[length++] = (byte)char.ToUpperInvariant((char)one);
        }
        if (length < 15 || !char.IsAsciiLetterUpper((char)compact[0]) || !char.IsAsciiLetterUpper((char)compact[1])) throw Refused();
        compact = compact[..length];

        var stream = new HashStream(hash.Hash(subject.IsEmpty ? compact : subject));
        var next = 4;
        if (!subject.IsEmpty && !compact[4..8].ContainsAnyExceptInRange((byte)'A', (byte)'Z'))
        {
            BankCode.Write(compact[4..8], hash, subject);
            next = 8;
        }
        for (var i = next; i < length; i++) compact[i] = (byte)(char.IsAsciiDigit((char)compact[i]) ? '0' + stream.Index(10) : 'A' + stream.Index(26));
        Check(compact);
        var isUpper = value.ContainsAnyInRange((byte)'A', (byte)'Z');
        var start = output.Length;
        Write(value, compact, isUpper, output);
        if (!output.Written[start..].SequenceEqual(value)) return;
        compact[^1] = compact[^1] == '0' ? (byte)'1' : (byte)'0';
        Check(compact);
        output.Truncate(start);
        Write(value, compact, isUpper, output);
    }

    private static void Write(ReadOnlySpan<byte> value, ReadOnlySpan<byte> compact, bool isUpper, MaskOutput output)
    {
        var next = 0;
        foreach (var one in value)
        {
            var isSeparator = one is (byte)' ' or (byte)'-' or (byte)'.';
            output.Append(isSeparator ? one : isUpper ? compact[next] : (byte)char.ToLowerInvariant((char)compact[next]));
            if (!isSeparator) next++;
        }
    }

    // ISO/IEC 7064, MOD 97-10, over the number with country and 00 at its end.
    private static void Check(Span<byte> iban)
    {
        iban[2] = iban[3] = (byte)'0';
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var one = iban[(i + 4) % iban.Length];
            remainder = char.IsAsciiDigit((char)one) ? (remainder * 10 + one - '0') % 97 : (remainder * 100 + one - 'A' + 10) % 97;
        }
        var check = 98 - remainder;
        iban[2] = (byte)('0' + check / 10);
        iban[3] = (byte)('0' + check % 10);
    }

    private static MaskException Refused() => new("is not an IBAN");
}
