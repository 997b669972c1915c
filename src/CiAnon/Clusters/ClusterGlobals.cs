using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Dumps;
using CiAnon.Dumps.Clusters;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Recognition.Definitions;

namespace CiAnon.Clusters;

/// <summary>What stands in a cluster's script before its databases, as it is published.</summary>
/// <param name="Text">The bytes up to the first database.</param>
/// <param name="Texts">The same, and what stands behind the last database, to be searched: all that is said of a role is one.</param>
/// <param name="Redacted">Roles and tablespaces whose secrets were replaced.</param>
/// <param name="HasRoles">Roles stayed.</param>
internal sealed partial record ClusterGlobals(byte[] Text, IReadOnlyList<LooseText> Texts, IReadOnlyList<RedactedEntry> Redacted, bool HasRoles)
{
    private const int Longest = 1 << 28;

    /// <param name="dropped">Databases that are left out.</param>
    /// <exception cref="Diagnostics.CiAnonException">CIANON3010: there is more of it than any cluster has.</exception>
    public static ClusterGlobals Make(ClusterScript script, Policy policy, IReadOnlySet<string> dropped)
    {
        var end = script.Databases[0].Start;
        ReadOnlyMemory<byte> bytes = Read(script, 0, end, "what stands before the databases");

        using var text = new MemoryStream();
        List<(GlobalStatement Statement, string Text, int Secrets)> kept = [];
        var done = 0;
        foreach (var statement in script.Globals)
        {
            text.Write(bytes.Span[done..(int)statement.Start]);
            done = (int)statement.End;
            if (IsLeftOut(statement, policy, dropped, isFirst: statement == script.Globals[0])) continue;
            var (published, secrets) = Published(statement, policy);
            text.Write(published);
            kept.Add((statement, TextDecoder.Decode(published, script.Encoding), secrets));
        }
        text.Write(bytes.Span[done..]);
        var bySubject = kept.GroupBy(one => one.Statement.Subject).ToList();
        return new ClusterGlobals(text.ToArray(), [.. bySubject.Select(group => new LooseText(group.Key, string.Join('\n', group.Select(one => one.Text)))), Rest(script)],
            [.. bySubject.Select(group => new RedactedEntry(group.Key, group.Sum(one => one.Secrets))).Where(entry => entry.Secrets > 0)],
            kept.Exists(one => one.Statement.Kind == GlobalKind.Role));
    }

    /// <summary>The same of a script that was made before, whatever the policy would have left out of it.</summary>
    public static ClusterGlobals AsTheyAre(ClusterScript script, Policy policy) => Make(script, policy with { Roles = RolesMode.Keep, Secrets = SecretsMode.Refuse }, new HashSet<string>());

    // Comments alone, which are published as they are.
    private static LooseText Rest(ClusterScript script) => new("CLUSTER behind its databases",
        TextDecoder.Decode(Read(script, script.Databases[^1].End, script.Bytes.Length, "what stands behind the databases"), script.Encoding));

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
