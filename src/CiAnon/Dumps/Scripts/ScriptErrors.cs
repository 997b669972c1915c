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
        return Of(DiagnosticCodes.ScriptRefused, window, $"holds psql's command {name}");
    }

    public static CiAnonException Statement(ScriptWindow window, string what) => Of(DiagnosticCodes.ScriptRefused, window, what);

    public static CiAnonException Databases(ScriptWindow window, string what) => Of(DiagnosticCodes.ScriptOfCluster, window, what);

    private static CiAnonException Of(DiagnosticCode code, ScriptWindow window, string what) =>
        new(code, $"{DumpErrors.Named(window.Path)} {what} in line {window.LineAt(window.Position)}. {code.Help}");
}
