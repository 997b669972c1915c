using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>Numbers: phones with and without their country, accounts with and without the rest of their IBAN, IP addresses as one number.</summary>
internal abstract partial class OriginalReader
{
    private bool TryReadNumber(PersonalKind kind, ReadOnlySpan<byte> text)
    {
        var starts = _words.Starts;
        var digits = _words.Folded.AsSpan(0, starts[^1]);
        // What follows the digits of a phone number is an extension or a note.
        var letter = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (letter >= 0 && kind != PersonalKind.Phone) return false;
        if (letter >= 0) digits = digits[..letter];
        if (!DigitRun.TryRead(digits, out var value)) return false;

        var number = DigitNumber.Of(value);
        if (number.Length < DigitNumber.Least)
        {
            if (letter >= 0) return false;
            TooShort(kind);
            return true;
        }
        Number(_fingerprints.Of(number), kind, number, isSecond: false);
        if (kind != PersonalKind.Phone) return true;
        var national = number.National(DigitRun.IsInternational(text[.._words.Positions[0]], digits));
        if (national.Length >= DigitNumber.Least) Number(_fingerprints.Of(national), kind, national, isSecond: true);
        return true;
    }

    private void ReadAddress(ReadOnlySpan<byte> value)
    {
        if (!IpText.TryRead(value, out var address) || IpText.IsNobody(address))
        {
            TooShort(PersonalKind.Ip);
            return;
        }
        Address(_fingerprints.Of(address), address, isSecond: false);
        if (IpText.TryFourInSix(address, out var four) && !IpText.IsNobody(four)) Address(_fingerprints.Of(four), four, isSecond: true);
        else four = address;
        if (four > uint.MaxValue || DigitNumber.Of((ulong)four) is not { Length: >= DigitNumber.LeastInNumbers } number) return;
        Number(_fingerprints.Of(number), PersonalKind.Ip, number, isSecond: true);
    }

    private void ReadAccount(ReadOnlySpan<byte> iban)
    {
        var account = BankAccount.Of(iban);
        if (account.IsEmpty) return;
        if (!DigitRun.TryRead(account, out var value))
        {
            Text(_fingerprints.Of(account), PersonalKind.Account, account, isSecond: true);
            return;
        }
        ReadAccount(DigitNumber.Of(value));
        if (BankAccount.TryShort(iban, out var number)) ReadAccount(number);
    }

    private void ReadAccount(DigitNumber number)
    {
        if (number.Length >= DigitNumber.LeastInNumbers) Number(_fingerprints.Of(number), PersonalKind.Account, number, isSecond: true);
    }
}
