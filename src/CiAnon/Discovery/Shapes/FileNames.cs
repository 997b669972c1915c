using System.Text;

namespace CiAnon.Discovery.Shapes;

/// <summary>
/// Names and paths of files. People name what they upload after whom it is about, <c>scan_Kim_Minjun.pdf</c>, whatever the column is called;
/// cameras and programs write a few words that come again and again, and digits.
/// </summary>
internal static class FileNames
{
    private const double Most = 0.5;
    private const double Some = 0.05;
    private const int ShortestExtension = 2;
    private const int LongestExtension = 5;
    private const int ShortestCode = 4;
    private const int ShortestMixedCode = 8;

    // A word of a program's comes more often than a person's name.
    private const int Often = 3;
    private const int OftenShare = 10;

    /// <summary>Most values end as files do, and some of them have words that hardly another one has.</summary>
    public static bool AreWritten(ColumnSample sample)
    {
        var files = sample.Values.Select(value => Encoding.UTF8.GetString(value)).Where(HasExtension).Select(WordsOf).ToList();
        if (files.Count == 0 || files.Count < sample.Values.Count * Most) return false;
        var times = files.SelectMany(words => words).CountBy(word => word).ToDictionary();
        var written = files.Count(words => words.Any(word => times[word] < Often || times[word] * OftenShare < files.Count));
        return written > 0 && written >= files.Count * Some;
    }

    private static bool HasExtension(string value)
    {
        var extension = value.AsSpan(value.LastIndexOf('.') + 1);
        return extension.Length is >= ShortestExtension and <= LongestExtension && extension.Length < value.Length - 1 && IsOf(extension, char.IsAsciiLetterOrDigit) && !IsOf(extension, char.IsAsciiDigit);
    }

    // In front of the extension; digits part words as marks do.
    private static HashSet<string> WordsOf(string file)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Runs(file[..file.LastIndexOf('.')], static one => char.IsLetterOrDigit(one) || char.IsSurrogate(one) || one > '\u02FF'))
        {
            if (IsCode(part)) continue;
            foreach (var word in Runs(part, static one => !char.IsDigit(one)))
                if (word.Length > 1 || word[0] > '\u02FF') words.Add(word.ToUpperInvariant());
        }
        return words;
    }

    // A hash, a part of a uuid, a key drawn at random.
    private static bool IsCode(string part) => (part.Length >= ShortestCode && IsOf(part, char.IsAsciiHexDigit))
        || (part.Length >= ShortestMixedCode && IsOf(part, char.IsAsciiLetterOrDigit) && part.Count(char.IsAsciiDigit) >= 2 && char.IsAsciiLetter(part[^1]));

    private static bool IsOf(ReadOnlySpan<char> text, Func<char, bool> kind)
    {
        foreach (var one in text)
            if (!kind(one)) return false;
        return true;
    }

    private static IEnumerable<string> Runs(string text, Func<char, bool> kind)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && kind(text[at])) continue;
            if (at > start) yield return text[start..at];
            start = at + 1;
        }
    }
}
