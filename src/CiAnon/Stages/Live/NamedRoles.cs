using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Dumps.Contents;

namespace CiAnon.Stages.Live;

/// <summary>Roles that definitions name, as pg_dump writes them: keywords in capitals, and names quoted or in small letters. Counterparts: buildACLCommands, dumpPolicy, dumpUserMappings.</summary>
internal static partial class NamedRoles
{
    private static readonly string[] OfPrivileges = ["TO", "FROM", "ROLE", "AUTHORIZATION"];

    /// <summary>Who gives and gets privileges.</summary>
    public static IEnumerable<string> InPrivileges(TocEntry entry) => entry.Desc is "ACL" or "ACL LANGUAGE" or "DEFAULT ACL" ? Find(entry, OfPrivileges, []) : [];

    /// <summary>Whom something is for that can't be made without them.</summary>
    public static IEnumerable<string> InDefinition(TocEntry entry) => entry.Desc switch
    {
        "POLICY" => Find(entry, ["TO"], ["USING", "WITH"]),
        "USER MAPPING" => Find(entry, ["FOR"], ["SERVER"]),
        _ => [],
    };

    private static IEnumerable<string> Find(TocEntry entry, string[] before, string[] end)
    {
        var (isExpected, isAfter) = (false, false);
        foreach (Match token in Tokens().Matches(entry.Defn ?? ""))
        {
            if (end.Contains(token.Value)) yield break;
            var isName = isExpected && (token.Value[0] == '"' || char.IsLower(token.Value[0]) || token.Value[0] is '_' or > '\x7f');
            var position = 0;
            if (isName && Sql.ParseName(token.Value, ref position) is [var name] && name != "public") yield return name;
            (isExpected, isAfter) = (before.Contains(token.Value) || (isAfter && token.Value == ","), isName);
        }
    }

    [GeneratedRegex("""
        "([^"]|"")*"|'([^']|'')*'|[\w$]+|\S
        """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10_000)]
    private static partial Regex Tokens();
}
