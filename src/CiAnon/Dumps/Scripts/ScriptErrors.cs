using System.Text;
using CiAnon.Diagnostics;

namespace CiAnon.Dumps.Scripts;

/// <summary>What a script may not ask for; named before a row is read.</summary>
internal static class ScriptErrors
{
    private const int LongestName = 20;

    /// <summary>A command of psql at the cursor, or a backslash of something that isn't one.</summary>
    public static CiAnonException Command(ScriptWindow window)
    {
        var name = new StringBuilder();
        for (var i = 0; name.Length < LongestName && window.Peek(i) is > ' ' and < 127 and var next && (i < 2 || IsOfName((char)next)); i++) name.Append((char)next);
        var what = KnownWords.Command(name.ToString()) is { } command ? $"holds psql's command {command}" : "holds a backslash that begins no command of psql";
        return Of(DiagnosticCodes.ScriptRefused, window, window.Position, what);
    }

    /// <summary>A statement with an unexpected verb at the mark, or a line that is none.</summary>
    /// <param name="word">Its first word, told only where it is a verb of SQL.</param>
    public static CiAnonException Statement(ScriptWindow window, string word) => Refused(window,
        KnownWords.Verb(word) is { } verb ? $"holds a statement that pg_dump doesn't write ({verb})" : "has a line that is no statement where one belongs, and that isn't repeated here: it may be a row,");

    /// <summary>A statement that stands behind rows of a table, where nothing but switching triggers does.</summary>
    public static CiAnonException BehindRows(ScriptWindow window) => Refused(window, "has behind a table's rows what is neither a row nor a statement of pg_dump's,");

    /// <summary>What begins at the mark.</summary>
    public static CiAnonException Refused(ScriptWindow window, string what) => Of(DiagnosticCodes.ScriptRefused, window, window.MarkPosition, what);

    /// <summary>What begins at the mark.</summary>
    public static CiAnonException Databases(ScriptWindow window, string what) => Of(DiagnosticCodes.ScriptOfCluster, window, window.MarkPosition, what);

    private static CiAnonException Of(DiagnosticCode code, ScriptWindow window, long position, string what) =>
        new(code, $"{DumpErrors.Named(window.Path)} {what} in line {window.LineAt(position)}. {code.Help}");

    private static bool IsOfName(char letter) => char.IsAsciiLetter(letter) || letter == '_';
}
