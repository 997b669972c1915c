using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiAnon.Dumps.Contents;

namespace CiAnon.Dumps.Scripts;

/// <summary>
/// The script that <c>pg_restore -f -</c> makes of an archive: the one of the major version that made the archive. Counterparts: RestoreArchive,
/// _doSetFixedOutputState, _printTocEntry, _tocEntryRestorePass in pg_backup_archiver.c.
/// </summary>
internal sealed class ArchiveScript
{
    private const int FirstWithTransactionTimeout = 17;
    private const int FirstWithOwnersByKind = 16;

    private static readonly HashSet<string> Settings = ["ENCODING", "STDSTRINGS", "SEARCHPATH", "DATABASE", "DATABASE PROPERTIES"];

    private static readonly HashSet<string> OfDatabase = ["ACL", "COMMENT", "SECURITY LABEL"];

    private static readonly HashSet<string> Owned =
    [
        "AGGREGATE", "BLOB", "BLOB METADATA", "COLLATION", "CONVERSION", "DOMAIN", "FUNCTION", "OPERATOR", "OPERATOR CLASS", "OPERATOR FAMILY", "PROCEDURE",
        "PROCEDURAL LANGUAGE", "SCHEMA", "EVENT TRIGGER", "TABLE", "TYPE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "FOREIGN TABLE", "TEXT SEARCH DICTIONARY",
        "TEXT SEARCH CONFIGURATION", "FOREIGN DATA WRAPPER", "SERVER", "STATISTICS", "PUBLICATION", "SUBSCRIPTION",
    ];

    private readonly Dump _source;
    private readonly IReadOnlyDictionary<int, SequenceValue> _sequences;
    private readonly Encoding _encoding;
    private readonly int _major;
    private readonly List<ScriptPiece> _pieces = [];
    private readonly ArrayBufferWriter<byte> _text = new();
    private string? _tablespace;
    private string? _tableAm;
    private string? _namespace;

    private ArchiveScript(Dump source, IReadOnlyDictionary<int, SequenceValue> sequences)
    {
        _source = source;
        _sequences = sequences;
        _encoding = ArchiveEncoding.Of(source.ClientEncoding);
        _major = MajorOf(source.Header.DumpVersion);
    }

    /// <summary>Texts, and the places of the blocks.</summary>
    public static IReadOnlyList<ScriptPiece> Pieces(Dump source, IReadOnlyDictionary<int, SequenceValue> sequences) => new ArchiveScript(source, sequences).Make();

    /// <summary>Whether it is a statement of the script, or a setting at its beginning, or of what only --create writes.</summary>
    public static bool IsPrinted(TocEntry entry) => !Settings.Contains(entry.Desc)
        && !(OfDatabase.Contains(entry.Desc) && entry.Tag.StartsWith("DATABASE ", StringComparison.Ordinal))
        && (entry.HasData || !string.IsNullOrEmpty(entry.Defn));

    private List<ScriptPiece> Make()
    {
        var key = RestrictKey();
        Add("--\n-- PostgreSQL database dump\n--\n\n");
        if (key is not null) Add($"\\restrict {key}\n\n");
        if (_source.Header.ServerVersion is { } server) Add($"-- Dumped from database version {server}\n");
        if (_source.Header.DumpVersion is { } dumped) Add($"-- Dumped by pg_dump version {dumped}\n");
        Add("\n");
        AddSettings();
        foreach (var pass in _source.Toc.Where(IsPrinted).GroupBy(PassOf).OrderBy(pass => pass.Key))
        {
            foreach (var entry in pass) AddEntry(entry);
        }
        Add("--\n-- PostgreSQL database dump complete\n--\n\n");
        if (key is not null) Add($"\\unrestrict {key}\n\n");
        AddBlock(0);
        return _pieces;
    }

    private void AddSettings()
    {
        Add("SET statement_timeout = 0;\nSET lock_timeout = 0;\nSET idle_in_transaction_session_timeout = 0;\n");
        if (_major >= FirstWithTransactionTimeout) Add("SET transaction_timeout = 0;\n");
        var isStandard = _source.Toc.FirstOrDefault(entry => entry.Desc == "STDSTRINGS")?.Defn?.Contains("'off'", StringComparison.Ordinal) != true;
        Add($"SET client_encoding = '{_source.ClientEncoding}';\nSET standard_conforming_strings = {(isStandard ? "on" : "off")};\n");
        if (_source.Toc.FirstOrDefault(entry => entry.Desc == "SEARCHPATH") is { } path) _text.Write(_source.Definition(path));
        Add("SET check_function_bodies = false;\nSET xmloption = content;\nSET client_min_messages = warning;\n");
        if (!isStandard) Add("SET escape_string_warning = off;\n");
        Add("SET row_security = off;\n\n");
    }

    private void AddEntry(TocEntry entry)
    {
        Select(entry);
        var kind = entry.HasData ? "Data for " : entry.Desc is "STATISTICS DATA" or "EXTENDED STATISTICS DATA" ? "Statistics for " : "";
        Add($"--\n-- {kind}Name: {Line(entry.Tag)}; Type: {entry.Desc}; Schema: {OrDash(entry.Namespace)}; Owner: {OrDash(entry.Owner)}");
        if (!string.IsNullOrEmpty(entry.Tablespace)) Add($"; Tablespace: {Line(entry.Tablespace)}");
        Add("\n--\n\n");
        if (!string.IsNullOrEmpty(entry.Defn)) AddDefinition(entry);
        if (entry.HasData) AddData(entry);
        else AddOwner(entry);
    }

    // Dumps older than the SEARCHPATH entry rely on each entry's own namespace.
    private void Select(TocEntry entry)
    {
        if (!string.IsNullOrEmpty(entry.Namespace) && entry.Namespace != _namespace && _source.Toc.All(other => other.Desc != "SEARCHPATH"))
        {
            _namespace = entry.Namespace;
            Add($"SET search_path = {SqlName.Of(entry.Namespace)}{(entry.Namespace == "pg_catalog" ? "" : ", pg_catalog")};\n\n");
        }
        if (entry.Tablespace is { } tablespace && tablespace != _tablespace)
            Add($"SET default_tablespace = {((_tablespace = tablespace).Length == 0 ? "''" : SqlName.Of(tablespace))};\n\n");
        if (entry is { TableAm: { Length: > 0 } method, RelKind: not 'p' } && method != _tableAm)
            Add($"SET default_table_access_method = {SqlName.Of(_tableAm = method)};\n\n");
    }

    private void AddDefinition(TocEntry entry)
    {
        if (entry.Desc == "BLOB METADATA")
        {
            foreach (var oid in entry.Defn!.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Add($"SELECT pg_catalog.lo_create('{oid}');\n");
            Add("\n");
            return;
        }
        if (_sequences.TryGetValue(entry.DumpId, out var value)) Add(value.In(entry.Defn!));
        else _text.Write(_source.Definition(entry));
        Add("\n\n");
    }

    private void AddOwner(TocEntry entry)
    {
        if (string.IsNullOrEmpty(entry.Owner) || !Owned.Contains(entry.Desc) || string.IsNullOrEmpty(entry.DropStmt)) return;
        var owner = SqlName.Of(entry.Owner);
        if (entry.Desc == "BLOB METADATA")
        {
            foreach (var oid in entry.Defn!.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Add($"ALTER LARGE OBJECT {oid} OWNER TO {owner};\n");
            Add("\n");
            return;
        }
        var named = entry.Desc == "BLOB" ? $"LARGE OBJECT {entry.Tag}" : entry.DropStmt["DROP ".Length..].TrimEnd(';', '\n');
        if (_major < FirstWithOwnersByKind && entry.Desc is "VIEW" or "MATERIALIZED VIEW" or "SEQUENCE" && named.StartsWith(entry.Desc, StringComparison.Ordinal))
            named = "TABLE" + named[entry.Desc.Length..];
        Add($"ALTER {named} OWNER TO {owner};\n\n");
    }

    private void AddData(TocEntry entry)
    {
        if (entry.IsLargeObjects)
        {
            Add("BEGIN;\n\n");
            AddBlock(entry.DumpId);
            Add("COMMIT;\n\n");
            return;
        }
        if (entry is { IsInserts: false, CopyStmt: { } copy }) Add(copy);
        AddBlock(entry.DumpId);
    }

    private void AddBlock(int id)
    {
        var text = _text.WrittenSpan.ToArray();
        _pieces.Add(new ScriptPiece(target => target.Write(text)));
        _text.ResetWrittenCount();
        if (id > 0) _pieces.Add(new ScriptPiece(Write: null, id));
    }

    private void Add(string text) => _text.Write(_encoding.GetBytes(text));

    private static int PassOf(TocEntry entry) => entry.Desc switch
    {
        "ACL" or "ACL LANGUAGE" or "DEFAULT ACL" => 1,
        "EVENT TRIGGER" or "MATERIALIZED VIEW DATA" => 2,
        "COMMENT" when entry.Tag.StartsWith("EVENT TRIGGER ", StringComparison.Ordinal) => 2,
        _ => 0,
    };

    // Nobody can have written it into a name: it is a digest of all names. Minors since August 2025 write it, and their psql understands it.
    private string? RestrictKey()
    {
        var parts = (_source.Header.DumpVersion ?? "").Split('.', ' ', 'b', 'r', 'd');
        var minor = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var since = _major switch { 13 => 22, 14 => 19, 15 => 14, 16 => 10, 17 => 6, >= 18 => 0, _ => int.MaxValue };
        return minor >= since ? Convert.ToHexStringLower(SHA256.HashData(_source.Archive.Bytes)) : null;
    }

    private static int MajorOf(string? version) =>
        int.TryParse((version ?? "").Split('.', ' ', 'b', 'r', 'd')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;

    private static string OrDash(string? name) => string.IsNullOrEmpty(name) ? "-" : Line(name);

    private static string Line(string name) => name.Replace('\n', ' ').Replace('\r', ' ');
}
