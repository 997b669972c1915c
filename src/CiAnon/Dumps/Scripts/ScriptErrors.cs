using System.Text;
using CiAnon.Diagnostics;

namespace CiAnon.Dumps.Scripts;

/// <summary>What a script may not ask for; named before a row is read.</summary>
internal static class ScriptErrors
{
    private const int LongestName = 20;

    /// <summary>A command of psql at the cursor.</summary>
    public static CiAnonException Command(ScriptWindow window)
    {
        var name = new StringBuilder();
        for (var i = 0; name.Length < LongestName && window.Peek(i) is > ' ' and < 127 and var next && (i < 2 || char.IsAsciiLetter((char)next)); i++) name.Append((char)next);
        return Of(DiagnosticCodes.ScriptRefused, window, window.Position, $"holds psql's command {name}");
    }

    /// <summary>What begins at the mark.</summary>
    public static CiAnonException Statement(ScriptWindow window, string what) => Of(DiagnosticCodes.ScriptRefused, window, window.MarkPosition, what);

    /// <summary>What begins at the mark.</summary>
    public static CiAnonException Databases(ScriptWindow window, string what) => Of(DiagnosticCodes.ScriptOfCluster, window, window.MarkPosition, what);

    private static CiAnonException Of(DiagnosticCode code, ScriptWindow window, long position, string what) =>
        new(code, $"{DumpErrors.Named(window.Path)} {what} in line {window.LineAt(position)}. {code.Help}");
}
