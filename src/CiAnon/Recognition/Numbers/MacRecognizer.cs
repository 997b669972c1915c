namespace CiAnon.Recognition.Numbers;

/// <summary>MAC addresses: six pairs of hexadecimal digits; null, broadcast and multicast addresses are no device's.</summary>
internal sealed class MacRecognizer : HexGroupRecognizer
{
    public override bool CanStart(int letters, int digits, BehindDigits behind) => letters <= 1 && digits <= 2 && letters + digits <= 2;

    protected override bool IsSeparator(byte one) => one is (byte)':' or (byte)'-';

    protected override bool IsOne(ReadOnlySpan<byte> run)
    {
        if (run.Length != 17) return false;
        var separator = run[2];
        var letters = false;
        var same = true;
        for (var i = 0; i < run.Length; i++)
        {
            if (i % 3 == 2 ? run[i] != separator : !Bytes.IsHex(run[i])) return false;
            letters |= i % 3 != 2 && Bytes.IsLetter(run[i]);
            same &= i % 3 == 2 || run[i] == run[0];
        }
        // Six pairs of digits with dashes are something else more often than not.
        if (same || separator == '-' && !letters) return false;
        var low = run[1] | 0x20;
        return (Bytes.IsDigit(run[1]) ? run[1] - '0' : low - 'a' + 10) % 2 == 0;
    }
}
