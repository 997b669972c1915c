using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Money;

/// <summary>Account numbers that pass their check.</summary>
public static class IbanStrategy
{
    private const int Longest = 34;

    public static readonly StrategyDefinition Definition = new(
        "iban",
        "replaces an IBAN by another of the same country and form whose check digits are right",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: true, PreservesLength: true,
            "country and grouping as they were, bank and account drawn, ISO 13616 check digits; a country's own checks inside the number may fail, and the account may exist",
            Reversible: false, Hides: PersonalKind.Account, LooksLike: [PersonalKind.Account]),
        new StrategyExample("DE89 3704 0044 0532 0130 00", "DE08 5511 1596 2667 0861 79"),
        context => new IbanMask(new SipHash(context.Key.Hash)));

    private sealed class IbanMask(SipHash hash) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
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

            var stream = new HashStream(hash.Hash(compact));
            for (var i = 4; i < length; i++) compact[i] = (byte)(char.IsAsciiDigit((char)compact[i]) ? '0' + stream.Index(10) : 'A' + stream.Index(26));
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
}
