using System.Buffers;
using System.Globalization;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Shapes;

/// <summary>Characters blacked out, a few at the ends left.</summary>
public static class MaskStrategy
{
    private static readonly OptionDefinition First = new("first", OptionType.Integer, "letters and digits at the beginning that stay", "0", Minimum: 0, Maximum: 1000);

    private static readonly OptionDefinition Last = new("last", OptionType.Integer, "letters and digits at the end that stay", "0", Minimum: 0, Maximum: 1000);

    private static readonly OptionDefinition RedactLast = new("redact_last", OptionType.Integer,
        "instead of 'first' and 'last': so many letters and digits at the end are written over, and all before them stay", Minimum: 2, Maximum: 1000);

    private static readonly OptionDefinition Character = new("character", OptionType.Text, "what is written over all others", "*");

    private static readonly OptionDefinition Delimiters = new("delimiters", OptionType.Choice,
        "whether blanks, hyphens, dots and everything else that is no letter and no digit stays in its place", "keep", Choices: ["keep", "mask"]);

    public static readonly StrategyDefinition Definition = new(
        "mask",
        "writes one character over those of a value, but for a few at its beginning and end",
        TypeKind.Text,
        [First, Last, RedactLast, Character, Delimiters],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: true, PreservesLength: false,
            "as many characters as before; a value that is no longer than what may stay, or hardly, is written over as a whole", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("4111-1111-1111-1234", "****-****-****-1234", new Dictionary<string, string> { ["last"] = "4" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var character = context.Options[Character]!;
        if (!Rune.TryGetRuneAt(character, 0, out var rune) || rune.Utf16SequenceLength != character.Length || Rune.IsControl(rune))
            return Compilation.DoesNotFit("needs one character to write");
        if (context.AsciiOnly && !rune.IsAscii) return Compilation.DoesNotFit($"writes '{character}', but the dump's encoding isn't UTF-8; use an ASCII character");
        var (first, last, redacted) = ((int)context.Options.Integer(First)!, (int)context.Options.Integer(Last)!, (int?)context.Options.Integer(RedactLast));
        if (redacted is not null && first + last > 0) return Compilation.DoesNotFit("says with 'redact_last' what goes and with 'first' or 'last' what stays: remove one of them");
        return new Compilation(new CharacterMask(first, last, redacted, rune, context.Options[Delimiters] == "keep", context.AsciiOnly), null)
        {
            Publishes = (first, last) switch
            {
                _ when redacted is not null => $"publishes all but the last {redacted} letters and digits",
                (0, 0) => null,
                (_, 0) => $"publishes the first {first} letters and digits",
                (0, _) => $"publishes the last {last} letters and digits",
                _ => $"publishes the first {first} and the last {last} letters and digits",
            },
        };
    }

    private sealed class CharacterMask(int first, int last, int? redacted, Rune rune, bool keepDelimiters, bool asciiOnly) : Mask
    {
        private readonly byte[] _character = Encoding.UTF8.GetBytes(rune.ToString());
        private readonly byte[] _other = rune == new Rune('x') ? "*"u8.ToArray() : "x"u8.ToArray();

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var start = output.Length;
            var letters = Letters(value);
            var (head, tail) = letters > first + last ? (first, letters - last) : (0, letters);
            if (redacted is { } count && letters > count) (head, tail) = (letters - count, letters);
            Write(value, head, tail, letters, _character, output);
            // Written over already: such a value says nothing, and yet mustn't come back.
            if (!output.Written[start..].SequenceEqual(value)) return;
            output.Truncate(start);
            Write(value, head, tail, letters, _other, output);
        }

        private void Write(ReadOnlySpan<byte> value, int head, int tail, int letters, byte[] character, MaskOutput output)
        {
            // Nothing to write over.
            var covers = letters == 0 || !keepDelimiters;
            for (var seen = 0; !value.IsEmpty;)
            {
                var isLetter = IsLetter(value, out var length);
                var isKept = isLetter ? seen < head || seen >= tail : !covers;
                output.Append(isKept ? value[..length] : character);
                if (isLetter) seen++;
                value = value[length..];
            }
        }

        private int Letters(ReadOnlySpan<byte> value)
        {
            var letters = 0;
            while (!value.IsEmpty)
            {
                if (IsLetter(value, out var length)) letters++;
                value = value[length..];
            }
            return letters;
        }

        // A vowel sign belongs to its letter, and what is no UTF-8 is a letter of another encoding.
        private bool IsLetter(ReadOnlySpan<byte> value, out int length)
        {
            if (asciiOnly && value[0] >= 0x80)
            {
                length = 1;
                return true;
            }
            return Rune.DecodeFromUtf8(value, out var current, out length) != OperationStatus.Done || Rune.IsLetterOrDigit(current)
                || Rune.GetUnicodeCategory(current) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
        }
    }
}
