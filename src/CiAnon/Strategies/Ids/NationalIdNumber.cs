using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Ids;

/// <summary>A national id: how long it is without separators, and how one is drawn.</summary>
internal sealed record NationalIdNumber(string Name, int Length, NationalIdNumber.Drawing Draw)
{
    public delegate void Drawing(ref HashStream stream, Span<byte> number);

    public static IReadOnlyList<NationalIdNumber> All { get; } =
    [
        new("us_ssn", 9, Ssn),
        new("gb_nino", 9, Nino),
        new("gb_nhs", 10, Nhs),
        new("fr_nir", 15, Nir),
        new("de_tax_id", 11, TaxId),
        new("es_dni", 9, Dni),
        new("es_nie", 9, Nie),
        new("it_codice_fiscale", 16, CodiceFiscale),
        new("nl_bsn", 9, Bsn),
        new("pl_pesel", 11, Pesel),
        new("se_personnummer", 10, Personnummer),
        new("br_cpf", 11, Cpf),
        new("br_cnpj", 14, Cnpj),
    ];

    private static ReadOnlySpan<byte> DniLetters => "TRWAGMYFPDXBNJZSQVHLCKE"u8;

    // Areas from 900 are no social security numbers, and groups below 50 there no taxpayer numbers either.
    private static void Ssn(ref HashStream stream, Span<byte> number)
    {
        Write(number[..3], stream.Between(900, 999));
        Write(number[3..5], stream.Between(1, 49));
        Write(number[5..], stream.Between(1, 9999));
    }

    // No letter Q is given out.
    private static void Nino(ref HashStream stream, Span<byte> number)
    {
        "QQ"u8.CopyTo(number);
        Write(number[2..8], stream.Between(0, 999_999));
        number[8] = (byte)('A' + stream.Index(4));
    }

    // Numbers from 999 are for tests.
    private static void Nhs(ref HashStream stream, Span<byte> number)
    {
        int check;
        do
        {
            Write(number[..9], 999_000_000 + stream.Between(0, 999_999));
            check = 11 - Weighted(number[..9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        }
        while (check == 10);
        number[9] = Digit(check % 11);
    }

    private static void Nir(ref HashStream stream, Span<byte> number)
    {
        Write(number[..1], stream.Between(1, 2));
        Write(number[1..3], stream.Between(0, 99));
        Write(number[3..5], stream.Between(1, 12));
        // Born abroad: no commune is meant.
        Write(number[5..7], 99);
        Write(number[7..10], stream.Between(1, 990));
        Write(number[10..13], stream.Between(1, 999));
        Write(number[13..], 97 - Number(number[..13]) % 97);
    }

    // Of the first ten digits one stands twice, and all others once (ISO/IEC 7064, MOD 11,10).
    private static void TaxId(ref HashStream stream, Span<byte> number)
    {
        Span<byte> digits = stackalloc byte[10];
        do
        {
            for (var i = 0; i < 10; i++) digits[i] = Digit(i);
            for (var i = 9; i > 0; i--)
            {
                var other = stream.Index(i + 1);
                (digits[i], digits[other]) = (digits[other], digits[i]);
            }
            digits[stream.Index(9)] = digits[9];
            var last = stream.Index(9);
            (digits[9], digits[last]) = (digits[last], digits[9]);
        }
        while (digits[0] == '0' || HasNeighbours(digits));
        digits.CopyTo(number);
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        number[10] = Digit((11 - product) % 10);
    }

    private static bool HasNeighbours(ReadOnlySpan<byte> digits)
    {
        for (var i = 1; i < digits.Length; i++)
            if (digits[i] == digits[i - 1]) return true;
        return false;
    }

    private static void Dni(ref HashStream stream, Span<byte> number)
    {
        var drawn = stream.Between(1_000_000, 99_999_999);
        Write(number[..8], drawn);
        number[8] = DniLetters[(int)(drawn % 23)];
    }

    // X, Y and Z count as 0, 1 and 2.
    private static void Nie(ref HashStream stream, Span<byte> number)
    {
        var drawn = stream.Between(1, 29_999_999);
        Write(number[..8], drawn);
        number[0] = (byte)('X' + drawn / 10_000_000);
        number[8] = DniLetters[(int)(drawn % 23)];
    }

    private static void CodiceFiscale(ref HashStream stream, Span<byte> number)
    {
        for (var i = 0; i < 6; i++) number[i] = "BCDFGLMNPRSTVZ"u8[stream.Index(14)];
        Write(number[6..8], stream.Between(0, 99));
        number[8] = "ABCDEHLMPRST"u8[stream.Index(12)];
        Write(number[9..11], stream.Between(1, 28) + (stream.Index(2) * 40));
        // Z is abroad.
        number[11] = (byte)'Z';
        Write(number[12..15], stream.Between(100, 999));
        ReadOnlySpan<byte> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = number[i] <= '9' ? number[i] - '0' : number[i] - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        number[15] = (byte)('A' + sum % 26);
    }

    private static void Bsn(ref HashStream stream, Span<byte> number)
    {
        int check;
        do
        {
            Write(number[..8], stream.Between(10_000_000, 99_999_999));
            check = Weighted(number[..8], [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        }
        while (check == 10);
        number[8] = Digit(check);
    }

    private static void Pesel(ref HashStream stream, Span<byte> number)
    {
        Birthday(ref stream, number);
        Write(number[6..10], stream.Between(0, 9999));
        number[10] = Digit((10 - Weighted(number[..10], [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10) % 10);
    }

    private static void Personnummer(ref HashStream stream, Span<byte> number)
    {
        Birthday(ref stream, number);
        Write(number[6..9], stream.Between(1, 999));
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var product = (number[i] - '0') * (2 - i % 2);
            sum += product / 10 + product % 10;
        }
        number[9] = Digit((10 - sum % 10) % 10);
    }

    private static void Cpf(ref HashStream stream, Span<byte> number)
    {
        Write(number[..9], stream.Between(1_000_000, 999_999_998));
        number[9] = Digit(Brazilian(Weighted(number[..9], [10, 9, 8, 7, 6, 5, 4, 3, 2])));
        number[10] = Digit(Brazilian(Weighted(number[..10], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])));
    }

    private static void Cnpj(ref HashStream stream, Span<byte> number)
    {
        Write(number[..8], stream.Between(1_000_000, 99_999_998));
        Write(number[8..12], 1);
        number[12] = Digit(Brazilian(Weighted(number[..12], [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])));
        number[13] = Digit(Brazilian(Weighted(number[..13], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])));
    }

    private static int Brazilian(int sum) => sum % 11 < 2 ? 0 : 11 - sum % 11;

    private static void Birthday(ref HashStream stream, Span<byte> number)
    {
        Write(number[..2], stream.Between(30, 99));
        Write(number[2..4], stream.Between(1, 12));
        Write(number[4..6], stream.Between(1, 28));
    }

    private static int Weighted(ReadOnlySpan<byte> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[i] - '0') * weights[i];
        return sum;
    }

    private static long Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }

    private static void Write(Span<byte> digits, long number)
    {
        for (var i = digits.Length - 1; i >= 0; i--, number /= 10) digits[i] = Digit((int)(number % 10));
    }

    private static byte Digit(int digit) => (byte)('0' + digit);
}
