using System.Buffers;
using System.Text;
using CiAnon.Dumps.Inserts;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Scripts;

/// <summary>
/// Reads a plain SQL script as psql would run it, once from front to back: statements become items, rows are gone over up to their end mark.
/// What pg_dump doesn't write is refused by name. Counterparts: _printTocEntry in pg_backup_archiver.c; psql's mainloop.c.
/// </summary>
internal sealed class ScriptReader
{
    private const int LongestLoose = 1 << 26;

    private readonly ScriptWindow _window;
    private readonly StatementLexer _lexer;
    private readonly ScriptContents _contents = new();
    private readonly ArrayBufferWriter<byte> _loose = new();
    private readonly ScriptSettings _settings;
    private ScriptItem? _item;
    private byte[]? _restrictedBy;
    private bool _isPgDumps;
    private bool _isComplete;
    private bool _isSection;

    private ScriptReader(ScriptWindow window)
    {
        _window = window;
        _lexer = new StatementLexer(window);
        _settings = new ScriptSettings(window, _lexer, _contents);
    }

    /// <exception cref="Diagnostics.CiAnonException">CIANON3009, 3010: cut or damaged; CIANON3021, 3022: asks for what a dump doesn't need.</exception>
    public static ScriptContents Read(ArchiveBytes bytes)
    {
        using var window = new ScriptWindow(bytes);
        return new ScriptReader(window).Read();
    }

    /// <summary>The part of a cluster's script that is one database's, up to the comment that begins the next part, which the cursor is in then.</summary>
    public static ScriptContents ReadSection(ScriptWindow window) => new ScriptReader(window) { _isSection = true }.Read();

    private ScriptContents Read()
    {
        if (_window.IsAt("\uFEFF"u8)) _window.Advance(3);
        while (_contents.Next is null && Next())
        {
        }
        var end = _contents.Next?.Start ?? _window.Position;
        Close(end);
        if (_isPgDumps && (!_isComplete || _restrictedBy is not null)) throw _window.Truncated("the script: its last line is missing");
        if (!_isComplete && _contents.Items.Count == 0) throw _window.Truncated("the script: there is no statement in it");
        return _contents with { Length = end, Loose = _loose.WrittenSpan.ToArray() };
    }

    /// <summary>One comment, command or statement; false at the end.</summary>
    private bool Next()
    {
        SkipBlanks();
        _window.Mark();
        switch (_window.Peek())
        {
            case < 0: return false;
            case '-' when _window.Peek(1) == '-': ReadComments(); return true;
            case '/' when _window.Peek(1) == '*': _lexer.SkipComment(); AddLoose(); return true;
            case '\\': ReadCommand(); return true;
            default: ReadStatement(); return true;
        }
    }

    private void SkipBlanks()
    {
        while (_window.Peek() is ' ' or '\t' or '\r' or '\n' or '\f' or '\v') _window.Advance(1);
    }

    private void ReadComments()
    {
        var start = _window.Position;
        ScriptHeader? header = null;
        while (_window.IsAt("--"u8))
        {
            _window.Mark();
            _window.SkipLine();
            var line = _window.Marked.TrimEnd("\r\n"u8);
            if (_isSection && ClusterHeading.Parse(line) is { } heading)
            {
                _contents.Next = (start, heading);
                return;
            }
            if (ScriptHeader.Parse(line) is { } found)
            {
                header = found;
                AddOwner(header, line);
            }
            else if (!IsRegular(line)) AddLoose();
        }
        if (header is not null) Begin(_settings.Announced(header, start));
        else if (_isComplete) Close(start);
    }

    private bool IsRegular(ReadOnlySpan<byte> line)
    {
        if (line.SequenceEqual("--"u8)) return true;
        if (line.StartsWith("-- Dumped from database version "u8)) _contents.ServerVersion ??= line["-- Dumped from database version "u8.Length..].ToArray();
        else if (line.StartsWith("-- Dumped by pg_dump version "u8)) _contents.DumpVersion ??= line["-- Dumped by pg_dump version "u8.Length..].ToArray();
        else if (line.SequenceEqual("-- PostgreSQL database dump"u8)) _isPgDumps = true;
        else if (line.SequenceEqual("-- PostgreSQL database dump complete"u8)) _isComplete = true;
        else if (ClusterHeading.Parse(line) is { Database: null }) throw ScriptErrors.Databases(_window, "is a script of a whole cluster, as pg_dumpall writes it,");
        else return false;
        return true;
    }

    private void AddOwner(ScriptHeader header, ReadOnlySpan<byte> line)
    {
        if (header.Owner is not { } owner) return;
        var start = _window.MarkPosition + line.LastIndexOf("; Owner: "u8) + "; Owner: "u8.Length;
        _contents.Owners.Add(new ScriptEdit(start, start + owner.Length, "-"u8.ToArray()));
    }

    private ScriptItem Begin(ScriptItem item)
    {
        Close(item.Start);
        _contents.Items.Add(item);
        return _item = item;
    }

    private void Close(long position)
    {
        if (_item is { HasHeader: true, Desc: "TABLE DATA" or "BLOBS", HasData: false } empty) empty.BlockStart = empty.RowsEnd = empty.BlockEnd = position;
        if (_item is not null) _item.End = position;
        _item = null;
    }

    private void ReadCommand()
    {
        if (_window.IsAt("\\restrict "u8)) _restrictedBy = Argument("\\restrict "u8.Length);
        else if (_window.IsAt("\\unrestrict "u8) && _restrictedBy is { } key && Argument("\\unrestrict "u8.Length).AsSpan().SequenceEqual(key)) _restrictedBy = null;
        else if (_restrictedBy is null && _window.IsAt("\\connect "u8)) Connect(Latin1(Argument("\\connect "u8.Length)));
        // Before the name of a database that holds other characters than letters, digits and the like.
        else if (_restrictedBy is null && _window.IsAt("\\encoding SQL_ASCII"u8)) _window.SkipLine();
        else throw ScriptErrors.Command(_window);
    }

    private byte[] Argument(int from)
    {
        _window.Mark();
        _window.SkipLine();
        return _window.Marked[from..].Trim(" \t\r\n"u8).ToArray();
    }

    // pg_dump --create connects to the database that it creates, by name, or by -reuse-previous=on "dbname='...'" where the name is odd.
    private void Connect(string target)
    {
        if (_contents.Items.Exists(item => item.HasData) || (_contents.ConnectedTo is { } other && other != target))
            throw ScriptErrors.Databases(_window, "goes on with another database");
        _contents.ConnectedTo = target;
        if (_item is { Desc: not "DATABASE" and not "DATABASE PROPERTIES" }) Close(_window.Position);
    }

    private void ReadStatement()
    {
        var start = _window.Position;
        _lexer.Skip();
        if (InsertPrefix.Length(_window.Marked) is > 0 and var length)
        {
            AddInsert(_window.Marked[..length].ToArray(), start);
            return;
        }
        var text = Latin1(_window.Marked);
        var verb = ScriptStatements.Verb().Match(text).Value.ToUpperInvariant();
        switch (verb)
        {
            case "SET" or "RESET": ReadSetting(text, start); break;
            case "BEGIN" or "COMMIT" or "START" or "END" or "ANALYZE" or "DROP": AddLoose(); break;
            case "COPY": ReadCopy(text, start); break;
            case "SELECT" when IsSearchPath(text): break;
            case "SELECT" when ScriptStatements.LargeObjectCall().IsMatch(text): AddToBlock(start); break;
            case "SELECT" when ScriptStatements.Unlink().IsMatch(text): AddLoose(); break;
            case "SELECT" when ScriptStatements.ValueCall().IsMatch(text): AddDefinition(text, start); break;
            case "CREATE" or "ALTER" or "COMMENT" or "GRANT" or "REVOKE" or "SECURITY" or "REFRESH": AddDefinition(text, start); break;
            case "UPDATE" when text.StartsWith("UPDATE pg_catalog.pg_database SET ", StringComparison.Ordinal): AddDefinition(text, start); break;
            default: throw ScriptErrors.Statement(_window, verb);
        }
    }

    private void ReadSetting(string text, long start)
    {
        if (ScriptStatements.SessionOfOwner().IsMatch(text))
        {
            // It is about what comes next, and stays when what came before is left out.
            Close(start);
            _contents.Sessions.Add(new ScriptEdit(start, _window.Position, _window.Marked.ToArray()));
        }
        else if (_item is { HasHeader: true, Desc: "ACL" or "ACL LANGUAGE" or "DEFAULT ACL" } && ScriptStatements.SessionOfGrantor().IsMatch(text))
        {
            AddDefinition(text, start);
        }
        else
        {
            AddLoose();
            if (_settings.Read(text)) Close(start);
        }
    }

    private bool IsSearchPath(string text)
    {
        if (ScriptStatements.SearchPath().Match(text) is not { Success: true } match) return false;
        _contents.SearchPath = match.Value;
        AddLoose();
        return true;
    }

    private void ReadCopy(string text, long start)
    {
        if (ScriptStatements.CopyIn().Match(text) is not { Success: true } match)
            throw ScriptErrors.Refused(_window, "holds a COPY other than FROM stdin as pg_dump writes it (no PROGRAM, no file, no options)");
        var item = _item is { HasHeader: true, Desc: "TABLE DATA", HasData: false } announced ? announced : Begin(_settings.Unannounced("TABLE DATA", match.Groups["name"].Value, start));
        item.CopyStmt = Encoding.Latin1.GetBytes(text + "\n");
        while (_window.Peek() is ' ' or '\t') _window.Advance(1);
        if (_window.Peek() == '\r')
        {
            item.HasCarriageReturns = true;
            _window.Advance(1);
        }
        if (_window.Peek() != '\n') throw _window.Peek() < 0 ? _window.Truncated(Subject(item)) : _window.Corrupt("something follows COPY in its line");
        _window.Advance(1);
        item.BlockStart = _window.Position;
        if (CopyRows.Skip(_window) is not { } end) throw _window.Truncated(Subject(item));
        (item.RowsEnd, item.BlockEnd) = (end, _window.Position);
    }

    private void AddInsert(byte[] prefix, long start)
    {
        var item = _item is { Desc: "TABLE DATA", CopyStmt: null } && (_item.InsertPrefix ?? prefix).AsSpan().SequenceEqual(prefix)
            ? _item : Begin(_settings.Unannounced("TABLE DATA", Latin1(InsertPrefix.Name(prefix)), start));
        item.InsertPrefix = prefix;
        if (item.BlockStart < 0) item.BlockStart = start;
        if (_window.Peek() == '\r') _window.Advance(1);
        if (_window.Peek() == '\n') _window.Advance(1);
        item.RowsEnd = item.BlockEnd = _window.Position;
    }

    private void AddToBlock(long start)
    {
        if (_item is not { Desc: "BLOBS" } item) throw ScriptErrors.Refused(_window, "writes large objects outside of pg_dump's own section");
        if (item.BlockStart < 0) item.BlockStart = item.RowsEnd = start;
        if (_window.Peek() == '\r') _window.Advance(1);
        if (_window.Peek() == '\n') _window.Advance(1);
        item.BlockEnd = item.RowsEnd = _window.Position;
    }

    private void AddDefinition(string text, long start)
    {
        // What --clean writes before everything: it removes what an earlier restore made.
        if (_isPgDumps && _item is null && _contents.Items.Count == 0)
        {
            AddLoose();
            return;
        }
        if (_item is { HasHeader: true, Desc: "TABLE DATA", HasData: true } && !text.StartsWith("ALTER TABLE ", StringComparison.Ordinal)
            && !text.StartsWith("SELECT pg_catalog.", StringComparison.Ordinal)) throw ScriptErrors.BehindRows(_window);
        if (_item is { HasHeader: true } owned && ScriptOwner.DropOf(owned, text) is { } drop)
        {
            owned.DropStmt = Encoding.Latin1.GetBytes(drop);
            _contents.Owners.Add(new ScriptEdit(start, _window.Position, []));
            return;
        }
        var item = _item is { HasHeader: true, HasData: false } ? _item : Begin(StatementKind.Of(text) is var (desc, name) ? _settings.Unannounced(desc, name, start) : throw Unknown());
        if (item.DefnStart < 0) item.DefnStart = start;
        else item.Defn.Write("\n"u8);
        // With the line end before it, which the others keep behind them.
        if (ScriptStatements.RoleSetting().IsMatch(text)) _contents.RoleSettings.Add(new ScriptEdit(item.DefnEnd < 0 ? start : item.DefnEnd, _window.Position, []));
        item.Defn.Write(_window.Marked);
        item.DefnEnd = _window.Position;
    }

    private Diagnostics.CiAnonException Unknown() => ScriptErrors.Refused(_window, "holds a definition of an unknown kind");

    private static string Subject(ScriptItem item) => $"TABLE DATA {Latin1(item.Schema)}.{Latin1(item.Tag)}";

    private void AddLoose()
    {
        if (_loose.WrittenCount + _window.Marked.Length > LongestLoose) throw _window.Corrupt("there is too much text between the entries");
        _loose.Write(_window.Marked);
        _loose.Write("\n"u8);
    }

    // Every byte comes back as it was.
    private static string Latin1(ReadOnlySpan<byte> text) => Encoding.Latin1.GetString(text);
}
