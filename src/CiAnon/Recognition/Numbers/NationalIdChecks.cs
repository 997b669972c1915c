using System.Buffers;
using static CiAnon.Recognition.Numbers.CheckDigits;

namespace CiAnon.Recognition.Numbers;

/// <summary>The published rules of national numbers, one method each; characters are digits and upper-case letters, separators removed.</summary>
internal static class NationalIdChecks
{
    private const string DniLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string HetuCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    private static readonly SearchValues<byte> IdCardCharacters = SearchValues.Create("0123456789CFGHJKLMNPRTVWXYZ"u8);

    private static ReadOnlySpan<byte> CodiceOdd =>
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    // SSA: never issued are area 000, 666, 900-999, group 00, serial 0000; two numbers became famous in print.
    public static bool UsSsn(ReadOnlySpan<byte> id) => Number(id[..3]) is not (0 or 666 or >= 900) && Number(id[3..5]) != 0 && Number(id[5..]) != 0
        && !id.SequenceEqual("078051120"u8) && !id.SequenceEqual("219099999"u8);

    public static bool UsItin(ReadOnlySpan<byte> id) =>
        id[0] == '9' && Number(id[3..5]) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);

    public static bool UkNino(ReadOnlySpan<byte> id) => !"DFIQUV"u8.Contains(id[0]) && !"DFIOQUV"u8.Contains(id[1]) && id[^1] is >= (byte)'A' and <= (byte)'D'
        && !(id.StartsWith("BG"u8) || id.StartsWith("GB"u8) || id.StartsWith("KN"u8) || id.StartsWith("NK"u8)
             || id.StartsWith("NT"u8) || id.StartsWith("TN"u8) || id.StartsWith("ZZ"u8));

    public static bool UkNhs(ReadOnlySpan<byte> id)
    {
        var check = 11 - Sum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return check != 10 && check % 11 == id[9] - '0' && !AllSame(id);
    }

    // Of the first ten digits exactly one stands twice or three times.
    public static bool DeTaxId(ReadOnlySpan<byte> id)
    {
        if (id[0] == '0' || !Mod1110(id)) return false;
        Span<int> times = stackalloc int[10];
        foreach (var one in id[..10]) times[one - '0']++;
        var repeated = 0;
        foreach (var count in times)
        {
            if (count > 3) return false;
            if (count > 1) repeated++;
        }
        return repeated == 1;
    }

    public static bool DePension(ReadOnlySpan<byte> id)
    {
        var day = Number(id[2..4]);
        if (!IsDate(day > 50 ? day - 50 : day, Number(id[4..6])) || Number(id[..2]) < 2) return false;
        var letter = id[8] - 'A' + 1;
        ReadOnlySpan<int> values =
        [
            id[0] - '0', id[1] - '0', id[2] - '0', id[3] - '0', id[4] - '0', id[5] - '0', id[6] - '0', id[7] - '0',
            letter / 10, letter % 10, id[9] - '0', id[10] - '0',
        ];
        ReadOnlySpan<int> weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var sum = 0;
        for (var i = 0; i < values.Length; i++) sum += values[i] * weights[i] / 10 + values[i] * weights[i] % 10;
        return sum % 10 == id[11] - '0';
    }

    public static bool DeIdCard(ReadOnlySpan<byte> id)
    {
        if (id[..9].ContainsAnyExcept(IdCardCharacters)) return false;
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (Bytes.IsDigit(id[i]) ? id[i] - '0' : id[i] - 'A' + 10) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        return sum % 10 == id[9] - '0';
    }

    // Corsica's departments 2A and 2B count as 19 and 18.
    public static bool FrNir(ReadOnlySpan<byte> id)
    {
        if (id[0] is not ((byte)'1' or (byte)'2' or (byte)'3' or (byte)'4' or (byte)'7' or (byte)'8')) return false;
        if (Number(id[3..5]) is not ((>= 1 and <= 12) or (>= 20 and <= 42) or >= 50)) return false;
        Span<byte> digits = stackalloc byte[15];
        id.CopyTo(digits);
        if (digits[6] is (byte)'A' or (byte)'B')
        {
            if (digits[5] != '2') return false;
            digits[5] = (byte)'1';
            digits[6] = digits[6] == 'A' ? (byte)'9' : (byte)'8';
        }
        if (digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return false;
        return 97 - Number(digits[..13]) % 97 == Number(digits[13..]);
    }

    public static bool EsDni(ReadOnlySpan<byte> id) => DniLetters[(int)(Number(id[..8]) % 23)] == id[8];

    public static bool EsNie(ReadOnlySpan<byte> id) =>
        id[0] is >= (byte)'X' and <= (byte)'Z' && DniLetters[(int)(((id[0] - 'X') * 10_000_000 + Number(id[1..8])) % 23)] == id[8];

    public static bool ItCodiceFiscale(ReadOnlySpan<byte> id)
    {
        if (!"ABCDEHLMPRST"u8.Contains(id[8])) return false;
        var day = Number(id[9..11]) % 40;
        if (day is 0 or > 31) return false;
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = Bytes.IsDigit(id[i]) ? id[i] - '0' : id[i] - 'A';
            sum += i % 2 == 0 ? CodiceOdd[value] : value;
        }
        return sum % 26 == id[15] - 'A';
    }

    public static bool NlBsn(ReadOnlySpan<byte> id) => Sum(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0 && !AllSame(id);

    // Born since 2000: a 2 stands before the nine digits. Numbers for people outside the register add 20 or 40 to the month.
    public static bool BeNational(ReadOnlySpan<byte> id)
    {
        var month = Number(id[2..4]) % 20;
        if (month > 12 || Number(id[4..6]) > 31) return false;
        var check = Number(id[9..]);
        return 97 - Number(id[..9]) % 97 == check || 97 - (2_000_000_000 + Number(id[..9])) % 97 == check;
    }

    // The month carries the century: +80 for 1800, +20 for 2000, +40, +60.
    public static bool PlPesel(ReadOnlySpan<byte> id) => IsDate(Number(id[4..6]), Number(id[2..4]) % 20)
        && Sum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;

    // The century is optional; 60 more than the day are coordination numbers.
    public static bool SePersonal(ReadOnlySpan<byte> id)
    {
        if (id.Length == 12)
        {
            if (Number(id[..2]) is < 18 or > 20) return false;
            id = id[2..];
        }
        var day = Number(id[4..6]);
        return IsDate(day > 60 ? day - 60 : day, Number(id[2..4])) && Luhn(id);
    }

    // The check digit was given up in 2007.
    public static bool DkCpr(ReadOnlySpan<byte> id) => IsDate(Number(id[..2]), Number(id[2..4]));

    public static bool FiHetu(ReadOnlySpan<byte> id) =>
        IsDate(Number(id[..2]), Number(id[2..4])) && HetuCharacters[(int)((Number(id[..6]) * 1000 + Number(id[^4..^1])) % 31)] == id[^1];

    // D-numbers add 40 to the day, H-numbers to the month.
    public static bool NoBirthNumber(ReadOnlySpan<byte> id) => IsDate(Number(id[..2]) % 40, Number(id[2..4]) % 40)
        && Sum(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0 && Sum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;

    public static bool ChAhv(ReadOnlySpan<byte> id) => id.StartsWith("756"u8) && Sum(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0;

    public static bool AtSocial(ReadOnlySpan<byte> id) => id[0] != '0' && IsDate(Number(id[4..6]), Number(id[6..8]))
        && Sum(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == id[3] - '0';

    public static bool PtNif(ReadOnlySpan<byte> id)
    {
        if (id[0] is (byte)'0' or (byte)'4' or (byte)'7') return false;
        var check = 11 - Sum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return (check > 9 ? 0 : check) == id[8] - '0';
    }

    public static bool BrCpf(ReadOnlySpan<byte> id)
    {
        if (AllSame(id)) return false;
        var first = Sum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10;
        var second = Sum(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10;
        return first == id[9] - '0' && second == id[10] - '0';
    }

    public static bool CaSin(ReadOnlySpan<byte> id) => id[0] is not ((byte)'0' or (byte)'8') && Luhn(id);

    public static bool AuTfn(ReadOnlySpan<byte> id) => Sum(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0 && !AllSame(id);

    public static bool InAadhaar(ReadOnlySpan<byte> id) => id[0] >= '2' && Verhoeff(id);

    public static bool InPan(ReadOnlySpan<byte> id) => "ABCFGHJLPT"u8.Contains(id[3]);

    // Women's months carry 50 more; 20 more where a day had too many births.
    public static bool CzBirthNumber(ReadOnlySpan<byte> id)
    {
        var month = Number(id[2..4]) % 50;
        if (!IsDate(Number(id[4..6]), month > 20 ? month - 20 : month)) return false;
        return Number(id[..9]) % 11 % 10 == id[9] - '0';
    }

    public static bool CnResident(ReadOnlySpan<byte> id)
    {
        if (id[..17].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 || Number(id[6..10]) is < 1900 or > 2099) return false;
        if (!IsDate(Number(id[12..14]), Number(id[10..12]))) return false;
        var sum = Sum(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
        return "10X98765432"[sum % 11] == id[17];
    }

    public static bool TrIdentity(ReadOnlySpan<byte> id)
    {
        if (id[0] == '0') return false;
        var odd = Sum(id, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
        var even = Sum(id, [0, 1, 0, 1, 0, 1, 0, 1]);
        return (odd * 7 - even + 100) % 10 == id[9] - '0' && (odd + even + id[9] - '0') % 10 == id[10] - '0';
    }

    public static bool ClRut(ReadOnlySpan<byte> id)
    {
        if (id[..^1].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return false;
        var sum = 0;
        for (var i = 0; i < id.Length - 1; i++) sum += (id[^(i + 2)] - '0') * (2 + i % 6);
        return "0K987654321"[sum % 11] == id[^1];
    }

    public static bool ZaIdentity(ReadOnlySpan<byte> id) => IsDate(Number(id[4..6]), Number(id[2..4])) && id[10] is (byte)'0' or (byte)'1' && Luhn(id);
}
