using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Dumps;
using CiAnon.Dumps.Clusters;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Recognition.Definitions;

namespace CiAnon.Clusters;

/// <summary>What stands in a cluster's script before its databases, as it is published.</summary>
/// <param name="Text">The bytes up to the first database.</param>
/// <param name="Entries">The same, statement by statement, and what stands behind the last database, to be searched.</param>
/// <param name="Redacted">Statements whose secrets were replaced.</param>
internal sealed partial record ClusterGlobals(byte[] Text, IReadOnlyList<TocEntry> Entries, IReadOnlyList<RedactedEntry> Redacted)
{
    private const int Longest = 1 << 28;

    /// <param name="dropped">Databases that are left out.</param>
    /// <exception cref="Diagnostics.CiAnonException">CIANON3010: there is more of it than any cluster has.</exception>
    public static ClusterGlobals Make(ClusterScript script, Policy policy, IReadOnlySet<string> dropped)
    {
        var end = script.Databases[0].Start;
        ReadOnlyMemory<byte> bytes = Read(script, 0, end, "what stands before the databases");

        using var text = new MemoryStream();
        List<TocEntry> entries = [];
        List<RedactedEntry> redacted = [];
        var done = 0;
        foreach (var statement in script.Globals)
        {
            text.Write(bytes.Span[done..(int)statement.Start]);
            done = (int)statement.End;
            if (IsLeftOut(statement, policy, dropped, isFirst: statement == script.Globals[0])) continue;
            var (published, secrets) = Published(statement, policy);
            var entry = statement.AsEntry(published, script.Encoding);
            text.Write(published);
            entries.Add(entry);
            if (secrets > 0) redacted.Add(new RedactedEntry(entry.FullName, secrets));
        }
        text.Write(bytes.Span[done..]);
        entries.Add(Rest(script));
        return new ClusterGlobals(text.ToArray(), entries, redacted);
    }

    // Comments alone, which are published as they are.
    private static TocEntry Rest(ClusterScript script)
    {
        var (start, end) = (script.Databases[^1].End, script.Bytes.Length);
        var text = Read(script, start, end, "what stands behind the databases");
        return new GlobalStatement(GlobalKind.Heading, "behind its databases", start, end, text).AsEntry(text, script.Encoding);
    }

    private static byte[] Read(ClusterScript script, long start, long end, string what)
    {
        if (end - start > Longest) throw DumpErrors.Corrupt(script.Bytes.Path, what, "there is too much of it");
        using var text = new MemoryStream();
        using var source = new BytesStream(new SliceBytes(script.Bytes, start, end - start), "the script");
        source.CopyTo(text);
        return text.ToArray();
    }

    private static bool IsLeftOut(GlobalStatement statement, Policy policy, IReadOnlySet<string> dropped, bool isFirst) => statement.Kind switch
    {
        GlobalKind.DropDatabase => dropped.Contains(statement.Name),
        GlobalKind.Role => policy.Roles == RolesMode.Drop,
        GlobalKind.Tablespace => policy.Roles == RolesMode.Drop && GrantOnTablespace().IsMatch(Encoding.Latin1.GetString(statement.Text)),
        // Some of them name roles.
        GlobalKind.Heading => policy.Roles == RolesMode.Drop && !isFirst,
        _ => false,
    };

    private static (byte[] Text, int Secrets) Published(GlobalStatement statement, Policy policy)
    {
        var text = statement.Text;
        if (policy.Roles == RolesMode.Drop && statement.Kind == GlobalKind.Tablespace)
            text = Encoding.Latin1.GetBytes(OwnerOfTablespace().Replace(Encoding.Latin1.GetString(text), "${before}"));
        if (policy.Secrets != SecretsMode.Redact) return (text, 0);
        var passwords = 0;
        if (statement.Kind == GlobalKind.Role) (text, passwords) = RolePassword.Remove(text);
        var secrets = DefinitionSecrets.Find(text);
        return secrets.Count == 0 ? (text, passwords) : (DefinitionSecrets.Redact(text, secrets), passwords + secrets.Count);
    }

    [GeneratedRegex(@"\A(GRANT|REVOKE) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GrantOnTablespace();

    [GeneratedRegex(@"\A(?<before>CREATE TABLESPACE (""([^""]|"""")*""|[^\s"";]+)) OWNER (""([^""]|"""")*""|[^\s"";]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnerOfTablespace();
}
