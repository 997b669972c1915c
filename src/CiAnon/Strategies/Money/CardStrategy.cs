using System.Buffers;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Ids;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Money;

/// <summary>Numbers of payment cards that pass their check.</summary>
public static class CardStrategy
{
    private const int Longest = 19;

    private static readonly OptionDefinition KeepBin = new("keep_bin", OptionType.Boolean, "keeps the first six digits, which tell the issuer; otherwise the first two, which tell the brand", "false");

    private static readonly OptionDefinition KeepLast = new("keep_last", OptionType.Boolean, "keeps the last four digits, which receipts show", "false");

    public static readonly StrategyDefinition Definition = new(
        "card",
        "replaces a payment card's number by another of the same brand and form that passes the Luhn check",
        TypeKind.Text | TypeKind.Integer,
        [KeepBin, KeepLast, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: true, PreservesLength: true,
            "as many digits, separators in their places; the card may exist, as no numbers are reserved for fiction", Reversible: false, Hides: PersonalKind.Card, LooksLike: [PersonalKind.Card]),
        new StrategyExample("4111 1111 1111 1111", "4122 2478 2600 2265"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var (bin, last) = (context.Options.Flag(KeepBin), context.Options.Flag(KeepLast));
        return new Compilation(new CardMask(new SipHash(context.Key.Hash), bin ? 6 : 2, last ? 4 : 0), null)
        {
            Publishes = (bin, last) switch
            {
                (true, true) => "publishes the first six and the last four digits",
                (true, false) => "publishes the first six digits",
                (false, true) => "publishes the last four digits",
                _ => null,
            },
        };
    }

    private sealed class CardMask(SipHash hash, int head, int tail) : Mask
    {
        private static readonly SearchValues<byte> Allowed = SearchValues.Create("0123456789 -."u8);

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            Span<byte> digits = stackalloc byte[value.Length <= 64 ? value.Length : 0];
            var length = digits.IsEmpty ? 0 : DigitText.Collect(value, digits);
            // A name beside the number would stay.
            if (length is < 12 or > Longest || value.ContainsAnyExcept(Allowed)) throw new MaskException("is not a card's number of 12 to 19 digits");
            digits = digits[..length];

            var stream = new HashStream(hash.Hash(digits));
            Span<byte> original = stackalloc byte[Longest];
            digits.CopyTo(original);
            do
            {
                for (var i = head; i < length - tail; i++) digits[i] = (byte)('0' + stream.Index(10));
                // The last digit that may change makes the sum right.
                var place = length - tail - 1;
                digits[place] = (byte)'0';
                while (!Luhn(digits)) digits[place]++;
            }
            while (digits.SequenceEqual(original[..length]));
            var result = output.Reserve(value.Length)[..value.Length];
            DigitText.Spread(digits, value, result);
            output.Advance(value.Length);
        }

        // ISO/IEC 7812-1, annex B.
        private static bool Luhn(ReadOnlySpan<byte> digits)
        {
            var sum = 0;
            for (var i = 0; i < digits.Length; i++)
            {
                var digit = digits[^(i + 1)] - '0';
                sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
            }
            return sum % 10 == 0;
        }
    }
}
