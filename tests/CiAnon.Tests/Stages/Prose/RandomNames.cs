namespace CiAnon.Tests.Stages.Prose;

/// <summary>Names that no dictionary has, in many scripts: with and without capitals, with marks that fold away, without a blank.</summary>
internal static class RandomNames
{
    private static readonly (string Consonants, string Vowels)[] Scripts =
    [
        ("bdfgklmnprstvz", "aeiou"), ("bdfgklmnprstvz", "aeiou"), ("бвгдзклмнпрт", "аеиоу"), ("βγδζκλμνπρτ", "αεηιο"), ("بتثجحدرسشعف", "ايو"), ("กขคจชดตนบป", "\u0E34\u0E35\u0E38\u0E32"),
        ("कगचजतदनपबम", "\u093E\u093F\u0940\u0941"),
    ];

    // Each character is a word; of kana it takes more to tell.
    private static readonly (string Letters, int Least)[] Words = [("王李张刘陈杨赵黄周吴徐孙", 3), ("김박최정강조윤민준서연", 3), ("ヤマダタロウサトケンジ", 5), ("やまだたろうさとけんじ", 5)];

    public static (string First, string Last, string Whole) Of(Random random)
    {
        if (random.Next(3) == 0) return WithoutBlank(random);
        var (consonants, vowels) = Scripts[random.Next(Scripts.Length)];
        var (first, last) = (Capital(Word(random, consonants, vowels)), Capital(Word(random, consonants, vowels)));
        return (first, last, $"{first} {last}");
    }

    public static string Word(Random random, string consonants, string vowels) =>
        string.Concat(Enumerable.Range(0, 4).Select(_ => consonants[random.Next(consonants.Length)].ToString() + vowels[random.Next(vowels.Length)]));

    private static (string First, string Last, string Whole) WithoutBlank(Random random)
    {
        var (letters, least) = Words[random.Next(Words.Length)];
        var name = string.Concat(Enumerable.Range(0, least + random.Next(2)).Select(_ => letters[random.Next(letters.Length)]));
        return (name[..2], name[2..], name);
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
