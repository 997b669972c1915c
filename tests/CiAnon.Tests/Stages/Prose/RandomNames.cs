namespace CiAnon.Tests.Stages.Prose;

/// <summary>Names that no dictionary has, in many scripts: with and without capitals, with marks that fold away, without a blank.</summary>
internal static class RandomNames
{
    private static readonly (string Consonants, string Vowels)[] Scripts =
    [
        ("bdfgklmnprstvz", "aeiou"), ("bdfgklmnprstvz", "aeiou"), ("бвгдзклмнпрт", "аеиоу"), ("βγδζκλμνπρτ", "αεηιο"), ("بتثجحدرسشعف", "ايو"), ("กขคจชดตนบป", "\u0E34\u0E35\u0E38\u0E32"),
        ("कगचजतदनपबम", "\u093E\u093F\u0940\u0941"), ("가나다라마바사", "김박최정강조윤"),
    ];

    public static (string First, string Last, string Whole) Of(Random random)
    {
        if (random.Next(6) == 0) return Ideographs(random);
        var (consonants, vowels) = Scripts[random.Next(Scripts.Length)];
        // A syllable of Hangul is three letters.
        var most = consonants[0] == '가' ? 2 : 4;
        var (first, last) = (Capital(Word(random, consonants, vowels, most)), Capital(Word(random, consonants, vowels, most)));
        return (first, last, $"{first} {last}");
    }

    public static string Word(Random random, string consonants, string vowels, int pairs = 4) =>
        string.Concat(Enumerable.Range(0, pairs).Select(_ => consonants[random.Next(consonants.Length)].ToString() + vowels[random.Next(vowels.Length)]));

    // Each is a word, and blanks may part them.
    private static (string First, string Last, string Whole) Ideographs(Random random)
    {
        var name = string.Concat(Enumerable.Range(0, 4).Select(_ => "王李张刘陈杨赵黄周吴徐孙"[random.Next(12)]));
        return (name[..2], name[2..], name);
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
