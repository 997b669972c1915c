using System.Text.RegularExpressions;

namespace CiAnon.Dumps.Scripts;

/// <summary>Statements as pg_dump writes them, told apart. Their bytes are read as Latin-1, so that every one comes back as it was.</summary>
internal static partial class ScriptStatements
{
    [GeneratedRegex(@"\A[A-Za-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Verb();

    [GeneratedRegex(@"\ASET\s+(?<name>\w+)\s*(=|TO)\s*'?(?<value>[^';]*)'?\s*;\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Setting();

    [GeneratedRegex(@"\ASELECT pg_catalog\.set_config\('search_path', '[^']*', false\);\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex SearchPath();

    [GeneratedRegex(@"\ACOPY\s+(?<name>(""[^""]*""|[^\s(""])+)\s*(\((""[^""]*""|[^)""])*\)\s*)?FROM\s+stdin\s*;\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    public static partial Regex CopyIn();

    [GeneratedRegex(@"\ASELECT pg_catalog\.(lo_open\('[0-9]{1,10}', 131072\)|lowrite\(0, '\\{1,2}x[0-9a-f]*'\)|lo_close\(0\));\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    public static partial Regex LargeObjectCall();

    [GeneratedRegex(@"\ASELECT pg_catalog\.lo_unlink\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Unlink();

    [GeneratedRegex(@"\ASELECT (pg_catalog\.(setval|lo_create)\(|\* FROM pg_catalog\.pg_restore_(relation|attribute|extended)_stats\()", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex ValueCall();

    // As it is set for a role, or sets one: whoever connects becomes it.
    [GeneratedRegex(@"\AALTER (ROLE |DATABASE (""([^""]|"""")*""|[^\s"";]+) SET ""?(role|session_authorization)""? )", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    public static partial Regex RoleSetting();

    /// <summary><c>pg_dump --use-set-session-authorization</c>: whose the next entries are.</summary>
    [GeneratedRegex(@"\ASET SESSION AUTHORIZATION ('([^']|'')*'|DEFAULT);\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex SessionOfOwner();

    /// <summary>Whose the next grant of an entry is, and the end of that. Counterpart: buildACLCommands.</summary>
    [GeneratedRegex(@"\A(SET SESSION AUTHORIZATION (""([^""]|"""")*""|[^\s"";']+)|RESET SESSION AUTHORIZATION);\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex SessionOfGrantor();
}
