using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Money;

/// <summary>Draws a BIC that no bank has: bank, country as it was, place, and a branch where there was one (ISO 9362).</summary>
internal sealed class BicMask(SipHash hash, string? by, int place = -1) : AccountMask(by, place)
{
    private const int WithoutBranch = 8;
    private const int WithBranch = 11;

    protected override Mask At(int field) => new BicMask(hash, By, field);

    protected override void Write(ReadOnlySpan<byte> value, ReadOnlySpan<byte> subject, MaskOutput output)
    {
        var original = value.TrimEnd((byte)' ');
        Span<byte> bic = stackalloc byte[WithBranch];
        if (original.Length is not (WithoutBranch or WithBranch)) throw Refused();
        bic = bic[..original.Length];
        for (var i = 0; i < bic.Length; i++)
        {
            bic[i] = (byte)char.ToUpperInvariant((char)original[i]);
            if (i is 4 or 5 ? !char.IsAsciiLetterUpper((char)bic[i]) : !char.IsAsciiLetterOrDigit((char)bic[i])) throw Refused();
        }
        // The branch of a bank is nobody's in particular: one place for all of them.
        var key = subject.IsEmpty ? bic[..WithoutBranch] : subject;
        var stream = new HashStream(hash.Hash(key));
        var town = (byte)('A' + stream.Index(26));
        Span<byte> bank = stackalloc byte[4];
        BankCode.Write(bank, hash, key);
        var branch = bic[WithoutBranch..];
        if (!branch.SequenceEqual("XXX"u8[..branch.Length]))
            for (var i = 0; i < branch.Length; i++) branch[i] = (byte)('0' + stream.Index(10));
        // The eighth character of a code for tests is 0.
        if (bic[..4].SequenceEqual(bank) && bic[6] == town && bic[7] == '0') town = town == 'Z' ? (byte)'A' : (byte)(town + 1);
        bank.CopyTo(bic);
        (bic[6], bic[7]) = (town, (byte)'0');
        var isUpper = original.ContainsAnyInRange((byte)'A', (byte)'Z');
        foreach (var one in bic) output.Append(isUpper ? one : (byte)char.ToLowerInvariant((char)one));
        output.Append(value[original.Length..]);
    }

    private static MaskException Refused() => new("is not a BIC");
}
