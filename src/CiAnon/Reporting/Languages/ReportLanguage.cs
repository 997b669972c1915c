using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace CiAnon.Reporting.Languages;

/// <summary>
/// A language that a page is written in. English stands in the code; another language is a file of pairs, the English text being the
/// key: a new one needs no line of code.
/// </summary>
public sealed partial class ReportLanguage
{
    private readonly Dictionary<string, string>? _texts;
    private readonly ConcurrentDictionary<string, byte> _untranslated = new(StringComparer.Ordinal);

    private ReportLanguage(string code, Dictionary<string, string>? texts) => (Code, _texts, _phrases) = (code, texts, new(() => Phrases(texts)));

    public static ReportLanguage English { get; } = new("en", null);

    public static ReportLanguage German { get; } = Load("de");

    public static IReadOnlyList<ReportLanguage> All { get; } = [English, German];

    /// <summary>As in HTML: <c>de</c>.</summary>
    public string Code { get; }

    /// <summary>Texts of ours that were asked for and have no translation.</summary>
    internal IEnumerable<string> Untranslated => _untranslated.Keys;

    /// <summary>English texts and their translations.</summary>
    internal IReadOnlyDictionary<string, string> Texts => _texts ?? [];

    public static ReportLanguage? Find(string code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>A language of its own, which remembers what it wasn't able to say.</summary>
    internal static ReportLanguage Load(string code) => new(code, Read(code));

    /// <summary>A text of ours.</summary>
    internal string T(string text)
    {
        if (_texts is null || text.Length == 0) return text;
        if (_texts.TryGetValue(text, out var translated)) return translated;
        _untranslated.TryAdd(text, 0);
        return text;
    }

    /// <summary>A text of ours with what it speaks of.</summary>
    internal string F(FormattableString text) => string.Format(CultureInfo.InvariantCulture, T(text.Format), text.GetArguments());

    // Blocks of two lines, English and the translation, with an empty line between; # begins a comment.
    private static Dictionary<string, string> Read(string code)
    {
        using var stream = typeof(ReportLanguage).Assembly.GetManifestResourceStream($"report.{code}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        string? english = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (english is null) english = line;
            else
            {
                texts.Add(english, line);
                english = null;
            }
        }
        return texts;
    }
}
