using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Scripts;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Clusters;

/// <summary>
/// Reads a script of pg_dumpall once from front to back: every statement before the databases is of a known kind, and every database's part
/// is a script that is read as any. Counterparts: dumpRoles, dumpUserConfig, dumpRoleMembership, dumpRoleGUCPrivs, dumpTablespaces in pg_dumpall.c.
/// </summary>
internal sealed partial class ClusterReader
{
    private static readonly HashSet<string> Contents = ["TABLE", "TABLE DATA", "BLOB", "BLOB METADATA", "BLOBS", "FOREIGN TABLE", "MATERIALIZED VIEW"];

    private readonly ScriptWindow _window;
    private readonly StatementLexer _lexer;
    private readonly List<GlobalStatement> _globals = [];
    private readonly List<ClusterDatabase> _databases = [];
    private string _encoding = "UTF8";
    private byte[]? _restrictedBy;

    private ClusterReader(ScriptWindow window) => (_window, _lexer) = (window, new StatementLexer(window));

    public static ClusterScript Read(ArchiveBytes bytes)
    {
        using var window = new ScriptWindow(bytes);
        var reader = new ClusterReader(window);
        reader.ReadAll();
        return new ClusterScript(bytes, reader._globals, reader._databases, ArchiveEncoding.Of(reader._encoding));
    }

    private void ReadAll()
    {
        if (_window.IsAt("\uFEFF"u8)) _window.Advance(3);
        (long Start, ClusterHeading Heading)? next = null;
        while (next is null) next = ReadGlobal();
        while (next is { Heading.Database: { } name, Start: var start })
        {
            var contents = ScriptReader.ReadSection(_window);
            next = contents.Next ?? throw _window.Truncated("the script: the last line of pg_dumpall is missing");
            if (_databases.Exists(one => one.Name == name)) throw _window.Corrupt("a database stands there twice");
            _databases.Add(new ClusterDatabase(name, start, next.Value.Start, contents.Items.Exists(item => Contents.Contains(item.Desc))));
        }
        if (next is not { Heading.IsEnd: true }) throw ScriptErrors.Databases(_window, "holds one cluster's script within another");
        ReadRest();
        if (_databases.Count == 0) throw ScriptErrors.Databases(_window, "is a script of a cluster without a database (--globals-only, --roles-only or --tablespaces-only)");
    }

    // Behind the last heading there are only the rest of its comment and blank lines.
    private void ReadRest()
    {
        while (_window.Peek() >= 0)
        {
            _window.Mark();
            _window.SkipLine();
            var line = _window.Marked.Trim(" \t\r\n"u8);
            if (!line.IsEmpty && !line.StartsWith("--"u8)) throw ScriptErrors.Refused(_window, "goes on behind the last line of pg_dumpall");
        }
    }

    /// <summary>One comment, command or statement; the heading of the first part, when it comes.</summary>
    private (long Start, ClusterHeading Heading)? ReadGlobal()
    {
        while (_window.Peek() is ' ' or '\t' or '\r' or '\n') _window.Advance(1);
        _window.Mark();
        switch (_window.Peek())
        {
            case < 0: throw _window.Truncated("the script: the last line of pg_dumpall is missing");
            case '-' when _window.Peek(1) == '-': return ReadComments();
            case '\\': ReadCommand(); return null;
            default: ReadStatement(); return null;
        }
    }

    private (long Start, ClusterHeading Heading)? ReadComments()
    {
        var start = _window.Position;
        using var text = new MemoryStream();
        while (_window.IsAt("--"u8))
        {
            _window.Mark();
            _window.SkipLine();
            text.Write(_window.Marked);
            // The first line of all is one, too.
            if (ClusterHeading.Parse(_window.Marked.TrimEnd("\r\n"u8)) is not { } heading || (heading is { Database: null, IsEnd: false } && _globals.Count == 0)) continue;
            if (_restrictedBy is not null) throw _window.Truncated("the script: \\unrestrict is missing before a database");
            return (start, heading);
        }
        _globals.Add(new GlobalStatement(GlobalKind.Heading, "", start, _window.Position, text.ToArray()));
        return null;
    }

    private void ReadCommand()
    {
        if (_window.IsAt("\\restrict "u8) && _restrictedBy is null) _restrictedBy = Argument("\\restrict "u8.Length);
        else if (_window.IsAt("\\unrestrict "u8) && _restrictedBy is { } key && Argument("\\unrestrict "u8.Length).AsSpan().SequenceEqual(key)) _restrictedBy = null;
        else throw ScriptErrors.Command(_window);
    }

    private byte[] Argument(int from)
    {
        _window.Mark();
        _window.SkipLine();
        return _window.Marked[from..].Trim(" \t\r\n"u8).ToArray();
    }

    private void ReadStatement()
    {
        var start = _window.Position;
        _lexer.Skip();
        var text = Encoding.Latin1.GetString(_window.Marked);
        if (StandardStrings().Match(text) is { Success: true } strings) _lexer.HasStandardStrings = strings.Groups["value"].Value == "on";
        if (ClientEncoding().Match(text) is { Success: true } encoding) _encoding = encoding.Groups["value"].Value;
        var (kind, name) = KindOf(text) ?? throw ScriptErrors.Refused(_window, "holds before its databases what pg_dumpall doesn't write there");
        _globals.Add(new GlobalStatement(kind, name, start, _window.Position, _window.Marked.ToArray()));
    }

    private static (GlobalKind, string)? KindOf(string text)
    {
        if (Setting().IsMatch(text)) return (GlobalKind.Setting, "");
        if (Database().Match(text) is { Success: true } database) return (GlobalKind.DropDatabase, Named(database));
        if (Tablespace().Match(text) is { Success: true } tablespace) return (GlobalKind.Tablespace, Named(tablespace));
        if (Role().Match(text) is { Success: true } role) return (GlobalKind.Role, Named(role));
        return null;
    }

    // In the script's encoding its name is read by whoever decodes the statement; here it only tells statements apart.
    private static string Named(Match match)
    {
        var name = match.Groups["name"].Value;
        var bare = name is ['"', .., '"'] ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;
        return TextDecoder.Decode(Encoding.Latin1.GetBytes(bare), Encoding.UTF8);
    }

    private const string Name = @"(?<name>""([^""]|"""")*""|[^\s"";]+)";

    [GeneratedRegex(@"\ASET (default_transaction_read_only|client_encoding|standard_conforming_strings|escape_string_warning) = ('[A-Za-z0-9_-]*'|on|off);\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\ASET standard_conforming_strings = (?<value>on|off);\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StandardStrings();

    [GeneratedRegex(@"\ASET client_encoding = '(?<value>[A-Za-z0-9_-]+)';\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClientEncoding();

    [GeneratedRegex(@"\ADROP DATABASE (IF EXISTS )?" + Name + @";\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Database();

    [GeneratedRegex(@"\A((CREATE|ALTER|DROP) TABLESPACE (IF EXISTS )?|(COMMENT|SECURITY LABEL FOR \S+) ON TABLESPACE |(GRANT|REVOKE) [A-Z, ]+ ON TABLESPACE )" + Name, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tablespace();

    [GeneratedRegex(@"\A((CREATE|ALTER|DROP) (ROLE|USER) (IF EXISTS )?|(COMMENT|SECURITY LABEL FOR \S+) ON ROLE |(GRANT|REVOKE) [A-Z, ]+ ON PARAMETER |(GRANT|REVOKE) ([A-Z]+ OPTION FOR )?(?=(""([^""]|"""")*""|[^\s"";]+) (TO|FROM) ))" + Name, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Role();
}
