using System.Globalization;
using System.Text;

namespace CiAnon.Recognition.Names;

/// <summary>Takes names apart: snake_case, kebab-case, camelCase, PascalCase, digits, accents.</summary>
internal static class NameParts
{
    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıłñńňòóôõöøōőřśšşțťùúûüūůűýÿźżžÀÁÂÃÄÅĄÇĆČĎÈÉÊËĘĚÌÍÎÏŁÑŃŇÒÓÔÕÖØŘŚŠŞÙÚÛÜŮÝŹŻŽșðĞŐŰȘȚŤİĂĐάέήίόύώϊϋΐΰςΆΈΉΊΌΎΏёЁأإآ"
        + "ةى"
        + "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹơưẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊĨỌỎỐỒỔỖỘỚỜỞỠỢỤỦŨỨỪỬỮỰỲỴỶỸƠƯ";
    private const string Unmarked = "aaaaaaaaacccddeeeeeeeegiiiiiiilnnnoooooooorsssttuuuuuuuyyzzzAAAAAAACCCDEEEEEEIIIILNNNOOOOOORSSSUUUUUYZZZsdGOUSTTIADαεηιουωιυιυσΑΕΗΙΟΥΩеЕااا"
        + "هي"
        + "aaaaaaaaaaaaeeeeeeeeiiioooooooooooouuuuuuuuyyyyouAAAAAAAAAAAAEEEEEEEEIIIOOOOOOOOOOOOUUUUUUUUYYYYOU";

    private const string Article = "ال";
    private const int ShortestWithArticle = 5;

    /// <summary>Lower-case words without accents and digits: <c>customerSSN2</c> gives customer, ssn.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var parts = new List<string>();
        var text = Unaccented(name);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && IsLetter(text[i]);
            if (start >= 0 && (!isLetter || StartsWord(text, i)))
            {
                parts.Add(WithoutArticle(text[start..i].ToLowerInvariant()));
                start = -1;
            }
            if (isLetter && start < 0) start = i;
        }
        return parts;
    }

    /// <summary>A word, or a phrase's words end to end, as <see cref="Of"/> has them.</summary>
    public static string Folded(string phrase) => Ascii.IsValid(phrase) ? phrase.Replace(" ", "", StringComparison.Ordinal) : string.Concat(Of(phrase));

    // Vowels of Indian scripts are marks of their own width.
    private static bool IsLetter(char character) => char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.SpacingCombiningMark;

    // aB and the B of ABc.
    private static bool StartsWord(string text, int i) =>
        i > 0 && char.IsUpper(text[i])
        && (char.IsLower(text[i - 1]) || (char.IsUpper(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1])));

    // الهاتف and هاتف are one word.
    private static string WithoutArticle(string word) => word.Length >= ShortestWithArticle && word.StartsWith(Article, StringComparison.Ordinal) ? word[Article.Length..] : word;

    // By hand: where the runtime has no ICU, it has no decomposition either.
    private static string Unaccented(string name)
    {
        if (Ascii.IsValid(name)) return name;
        var text = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (character is 'ß') text.Append("ss");
            else if (character is 'æ' or 'Æ') text.Append("ae");
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) text.Append(Plain(character));
        }
        return text.ToString();
    }

    private static char Plain(char character)
    {
        var at = Accented.IndexOf(character, StringComparison.Ordinal);
        return at < 0 ? character : Unmarked[at];
    }
}
