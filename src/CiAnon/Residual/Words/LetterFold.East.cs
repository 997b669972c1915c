using System.Buffers;
using System.Text;

namespace CiAnon.Residual.Words;

/// <summary>Ideographs, syllables of Hangul and kana: written without spaces, and endings stand right behind a name, so that each is a word.</summary>
internal static partial class LetterFold
{
    private const int FirstKana = 0x3041;
    private const int FirstHalfwidth = 0xff66;
    private const int FirstConsonant = 0x1100;
    private const int LastConsonant = 0x1112;

    private const string Halfwidth = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    // Halfwidth kana have their voice in a character of its own, which many leave out.
    private const string Voiced = "ガカギキグクゲケゴコザサジシズスゼセゾソダタヂチヅツデテドトバハビヒブフベヘボホパハピヒプフペヘポホヴウ";

    private static readonly Rune[] Kana = [.. Enumerable.Range(FirstKana, 0x30ff - FirstKana + 1).Select(code => new Rune(Katakana((char)code)))];

    private static char Katakana(char kana)
    {
        if (kana is >= (char)FirstKana and <= '\u3096') kana += '\u0060';
        var voiced = Voiced.IndexOf(kana, StringComparison.Ordinal);
        return voiced >= 0 && voiced % 2 == 0 ? Voiced[voiced + 1] : kana;
    }

    private static int AppendLetter(Rune rune, Span<byte> target) => rune.Value switch
    {
        >= FirstKana and <= 0x30ff => AppendWord(Kana[rune.Value - FirstKana], target),
        >= FirstHalfwidth and < FirstHalfwidth + 56 => AppendWord(new Rune(Halfwidth[rune.Value - FirstHalfwidth]), target),
        0xff9e or 0xff9f => 0,
        >= 0x3400 and <= 0x9fff or >= 0xac00 and <= 0xd7a3 or >= 0xf900 and <= 0xfaff or >= 0x20000 and <= 0x3ffff => AppendWord(rune, target),
        _ => rune.EncodeToUtf8(target),
    };

    private static int AppendWord(Rune rune, Span<byte> target)
    {
        target[0] = (byte)' ';
        var written = 1 + rune.EncodeToUtf8(target[1..]);
        target[written] = (byte)' ';
        return written + 1;
    }

    // Hangul syllables and their letters are the same text (Unicode, section 3.12).
    private static Rune Composed(Rune rune, ReadOnlySpan<byte> text, ref int length)
    {
        if (rune.Value is < FirstConsonant or > LastConsonant || Rune.DecodeFromUtf8(text[length..], out var vowel, out var read) != OperationStatus.Done || vowel.Value is < 0x1161 or > 0x1175) return rune;
        length += read;
        var syllable = 0xac00 + ((rune.Value - 0x1100) * 21 + vowel.Value - 0x1161) * 28;
        if (Rune.DecodeFromUtf8(text[length..], out var final, out read) != OperationStatus.Done || final.Value is <= 0x11a7 or > 0x11c2) return new Rune(syllable);
        length += read;
        return new Rune(syllable + final.Value - 0x11a7);
    }
}
