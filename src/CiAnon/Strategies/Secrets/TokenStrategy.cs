using System.Buffers;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Secrets;

/// <summary>Tokens, session ids, API keys: the same shape, other characters.</summary>
public static class TokenStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "token",
        "replaces a token by one of the same shape: capital and small letters, digits and hexadecimal digits by others of their kind",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: true, PreservesLength: false,
            "as many characters as the value has, ASCII punctuation and blanks in their places, other letters as small ones; in unique columns with as many more digits as keep values apart", Reversible: false, Hides: PersonalKind.Token,
            LooksLike: [PersonalKind.Token, PersonalKind.NationalId, PersonalKind.RecordNumber, PersonalKind.Account, PersonalKind.Card, PersonalKind.Phone, PersonalKind.Ip, PersonalKind.Device]),
        new StrategyExample("sess_9fK2-77aQ", "mfdv_1hQ1-93fB"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        // Digits are what says least.
        var needed = context.DistinctValues == 0 ? 1 : (int)Math.Ceiling(Math.Log10((double)context.DistinctValues * context.DistinctValues / 2 / Capacity.Tolerance));
        return context.Type.MaxLength < needed
            ? Compilation.DoesNotFit($"needs {needed} characters to keep {context.DistinctInWords} apart, but {context.Type.Name} has room for {context.Type.MaxLength}")
            : new TokenMask(new SipHash(context.Key.Hash), needed);
    }

    private sealed class TokenMask(SipHash hash, int needed) : Mask
    {
        private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef-"u8);

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var stream = new HashStream(hash.Hash(value));
            var start = output.Length;
            do
            {
                output.Truncate(start);
                var drawn = 0;
                var isHex = IsHex(value);
                foreach (var one in value)
                {
                    // The rest of a character whose first byte became a letter.
                    if (one is >= 0x80 and < 0xc0) continue;
                    var alphabet = AlphabetOf(one, isHex);
                    if (!alphabet.IsEmpty) drawn++;
                    output.Append(alphabet.IsEmpty ? one : alphabet[stream.Index(alphabet.Length)]);
                }
                for (; drawn < needed; drawn++) output.Append("0123456789"u8[stream.Index(10)]);
            }
            while (output.Written[start..].SequenceEqual(value));
        }

        private static bool IsHex(ReadOnlySpan<byte> value) => !value.ContainsAnyExcept(HexDigits) && value.ContainsAnyInRange((byte)'a', (byte)'f');

        private static ReadOnlySpan<byte> AlphabetOf(byte one, bool isHex) => one switch
        {
            >= (byte)'0' and <= (byte)'9' => isHex ? "0123456789abcdef"u8 : "0123456789"u8,
            >= (byte)'a' and <= (byte)'z' => isHex ? "0123456789abcdef"u8 : "abcdefghijklmnopqrstuvwxyz"u8,
            >= (byte)'A' and <= (byte)'Z' => "ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8,
            >= 0x80 => "abcdefghijklmnopqrstuvwxyz"u8,
            _ => default,
        };
    }
}
