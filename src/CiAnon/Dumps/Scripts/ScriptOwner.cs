using System.Text.RegularExpressions;

namespace CiAnon.Dumps.Scripts;

/// <summary>The statement that gives an entry its owner. An archive has the owner's name in its place, and what would drop the object.</summary>
internal static partial class ScriptOwner
{
    /// <summary>What would drop the object that the statement is about; null for other statements.</summary>
    public static string? DropOf(ScriptItem item, string statement) => Owner().Match(statement) is { Success: true } owner ? Drop(item, owner.Groups["object"].Value) : null;

    // Before 16, views and sequences got their owners as tables.
    private static string Drop(ScriptItem item, string named) => named switch
    {
        _ when named.StartsWith("LARGE OBJECT ", StringComparison.Ordinal) => $"SELECT pg_catalog.lo_unlink('{named["LARGE OBJECT ".Length..]}');\n",
        _ when named.StartsWith("TABLE ", StringComparison.Ordinal) && item.Desc is "VIEW" or "MATERIALIZED VIEW" or "SEQUENCE" => $"DROP {item.Desc} {named["TABLE ".Length..]};\n",
        _ => $"DROP {named};\n",
    };

    [GeneratedRegex(@"\AALTER (?<object>.+) OWNER TO (""[^""]*""|[^\s""'])+;\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Owner();
}
