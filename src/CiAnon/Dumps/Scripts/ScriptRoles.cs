using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Dumps.Scripts;

/// <summary>
/// Takes everything that names a role out of a script: owners, grants, settings of a role, as <c>pg_dump --no-owner --no-privileges</c> would
/// have left them out. All then belongs to whoever restores it. A user mapping for everyone stays, without the name that it has elsewhere.
/// </summary>
internal static partial class ScriptRoles
{
    private static ReadOnlySpan<byte> Hidden => "'***'"u8;

    /// <summary>Entries that are about roles alone.</summary>
    public static bool IsOfRoles(ScriptItem item) => item.Desc is "ACL" or "ACL LANGUAGE" or "DEFAULT ACL" || (item.Desc == "DATABASE PROPERTIES" && IsBlank(item));

    /// <summary>Changes the items, and says what is otherwise in the text.</summary>
    /// <exception cref="CiAnonException">CIANON3028: what can't be without its role.</exception>
    public static IReadOnlyList<ScriptEdit> Drop(string path, ScriptContents contents)
    {
        Require(path, contents);
        foreach (var item in contents.Items)
        {
            (item.Owner, item.DropStmt) = (null, null);
            // From the last: the places of those before it stay.
            foreach (var setting in contents.RoleSettings.Where(edit => item.DefnStart >= 0 && edit.Start >= item.DefnStart && edit.End <= item.DefnEnd).Reverse())
                Cut(item, setting);
        }
        return
        [
            .. contents.Owners, .. contents.RoleSettings, .. contents.Sessions.Select(session => session with { Text = [] }),
            .. contents.Items.Where(item => item.Desc == "USER MAPPING").SelectMany(HideRemoteUser),
        ];
    }

    private static List<ScriptEdit> HideRemoteUser(ScriptItem item)
    {
        var text = Text(item);
        List<ScriptEdit> edits = [];
        var hidden = RemoteUser().Replace(text, match =>
        {
            if (match.Groups["user"] is not { Success: true } user) return match.Value;
            edits.Add(new ScriptEdit(item.DefnStart + user.Index, item.DefnStart + user.Index + user.Length, Hidden.ToArray()));
            return text[match.Index..user.Index] + Encoding.Latin1.GetString(Hidden);
        });
        item.Defn.SetLength(0);
        item.Defn.Write(Encoding.Latin1.GetBytes(hidden));
        return edits;
    }

    private static void Require(string path, ScriptContents contents)
    {
        var needing = contents.Items.Where(item => item.Desc switch
        {
            "POLICY" => PolicyOfRoles().IsMatch(Text(item)),
            "USER MAPPING" => !MappingOfPublic().IsMatch(Text(item)),
            "FUNCTION" or "PROCEDURE" => FunctionOfRole().IsMatch(Text(item)),
            _ => !item.HasHeader && OwnerAlone().IsMatch(Text(item)),
        }).Select(item => $"{item.Desc} {Encoding.UTF8.GetString(item.Tag)}").ToList();
        if (OfRolesBetween().Match(Encoding.Latin1.GetString(contents.Loose)) is { Success: true } loose) needing.Add(Blanks().Replace(loose.Groups["what"].Value.ToUpperInvariant(), " "));
        if (needing.Count > 0)
            throw new CiAnonException([.. needing.Select(entry => new Diagnostic(DiagnosticCodes.RoleNeeded, $"{entry} in {DumpErrors.Named(path)} is for a role by name. {DiagnosticCodes.RoleNeeded.Help}"))]);
    }

    private static void Cut(ScriptItem item, ScriptEdit edit)
    {
        var definition = item.Defn.ToArray();
        item.Defn.SetLength(0);
        item.Defn.Write(definition.AsSpan(0, (int)(edit.Start - item.DefnStart)));
        var rest = definition.AsSpan((int)(edit.End - item.DefnStart));
        item.Defn.Write(item.Defn.Length > 0 ? rest : rest.TrimStart("\r\n"u8));
    }

    private static bool IsBlank(ScriptItem item) => item.Defn.GetBuffer().AsSpan(0, (int)item.Defn.Length).Trim(" \t\r\n"u8).IsEmpty;

    private static string Text(ScriptItem item) => Encoding.Latin1.GetString(item.Defn.GetBuffer(), 0, (int)item.Defn.Length);

    // As pg_dump writes it; of PUBLIC it says nothing. Counterpart: dumpPolicy.
    [GeneratedRegex(@"\ACREATE POLICY (""([^""]|"""")*""|[^\s""])+ ON (""([^""]|"""")*""|[^\s""])+( AS [A-Z]+)?( FOR [A-Z]+)? TO ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PolicyOfRoles();

    // Before its body, which begins with AS or BEGIN. Counterpart: dumpFunc.
    [GeneratedRegex(@"\A((?!\n    (AS|BEGIN) ).)*?\n    SET (role|session_authorization) TO ", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FunctionOfRole();

    [GeneratedRegex(@"\AALTER .+ OWNER TO (""[^""]*""|[^\s""'])+;\s*\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OwnerAlone();

    [GeneratedRegex(@"\ACREATE USER MAPPING FOR public ", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MappingOfPublic();

    // pg_dump writes none of them there, but for --clean, which drops mappings.
    [GeneratedRegex(@"^\s*(?<what>(SET|RESET)\s+((LOCAL|SESSION)\s+)?(SESSION\s+AUTHORIZATION|SESSION_AUTHORIZATION|ROLE)\b|DROP\s+(ROLE|GROUP|OWNED|USER(?!\s+MAPPING\s+(IF\s+EXISTS\s+)?FOR\s+public\s))\b|(GRANT|REVOKE|ALTER\s+DEFAULT\s+PRIVILEGES)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfRolesBetween();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    // As wrappers of PostgreSQL and others call it. Names and literals come as wholes, so that nothing within one is taken for more.
    [GeneratedRegex(@"(""(user|username|user_name|login|uid)""|(?<![\w""])(user|username|user_name|login|uid))\s+(?<user>E'([^'\\]|''|\\.)*'|'([^']|'')*')|""([^""]|"""")*""|E'([^'\\]|''|\\.)*'|'([^']|'')*'",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex RemoteUser();
}
