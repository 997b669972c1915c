using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Dumps.Scripts;

/// <summary>
/// Takes everything that names a role out of a script: owners, grants, settings of a role, as <c>pg_dump --no-owner --no-privileges</c> would
/// have left them out. All then belongs to whoever restores it.
/// </summary>
internal static partial class ScriptRoles
{
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
        return [.. contents.Owners, .. contents.RoleSettings];
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
        if (contents.Loose.AsSpan().IndexOf("SET SESSION AUTHORIZATION"u8) >= 0) needing.Add("SET SESSION AUTHORIZATION");
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
}
