using System.Globalization;
using System.Text;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;

namespace CiAnon.Dumps.Scripts;

/// <summary>
/// The table of contents that pg_dump would have written into an archive beside this script, as bytes: readers, masks and writers of archives
/// know nothing of scripts. Counterparts: WriteHead, WriteToc.
/// </summary>
internal static class ScriptToc
{
    private const int IntSize = 4;
    private const byte OffsetSize = 8;
    private const byte OffsetNotSet = 1;
    private const byte OffsetNoData = 3;
    private const int FirstOwnIds = 3;

    private static readonly HashSet<string> Data = ["TABLE DATA", "SEQUENCE SET", "BLOB", "BLOB METADATA", "BLOBS", "STATISTICS DATA", "EXTENDED STATISTICS DATA"];

    private static readonly HashSet<string> PostData =
    [
        "INDEX", "INDEX ATTACH", "CONSTRAINT", "FK CONSTRAINT", "CHECK CONSTRAINT", "TRIGGER", "RULE", "EVENT TRIGGER", "POLICY", "ROW SECURITY", "PUBLICATION",
        "PUBLICATION TABLE", "PUBLICATION TABLES IN SCHEMA", "SUBSCRIPTION", "SUBSCRIPTION TABLE", "MATERIALIZED VIEW DATA", "STATISTICS", "DEFAULT ACL",
    ];

    private static readonly HashSet<string> Anywhere = ["COMMENT", "ACL", "ACL LANGUAGE", "SECURITY LABEL"];

    /// <summary>Numbers the items, too.</summary>
    /// <param name="compression">Of the whole script.</param>
    public static byte[] Make(ScriptContents contents, Compression compression)
    {
        for (var i = 0; i < contents.Items.Count; i++) contents.Items[i].Id = i + 1 + FirstOwnIds;
        var settings = Settings(contents);
        var version = Version(contents.DumpVersion);
        using var toc = new MemoryStream();
        toc.Write(HeaderReader.Magic);
        toc.Write([(byte)version.Major, (byte)version.Minor, 0, IntSize, OffsetSize, HeaderReader.CustomFormat]);
        if (version >= ArchiveVersion.CompressionAlgorithm) toc.WriteByte((byte)compression);
        else toc.WriteInt(compression == Compression.None ? 0 : -1, IntSize);
        // No script says when it was made.
        foreach (var part in new[] { 0, 0, 0, 0, 0, 0, 0 }) toc.WriteInt(part, IntSize);
        WriteText(toc, contents.ConnectedTo is { } database ? Encoding.Latin1.GetBytes(database) : null);
        WriteText(toc, contents.ServerVersion);
        WriteText(toc, contents.DumpVersion);
        toc.WriteInt(settings.Count + contents.Items.Count, IntSize);
        var dependencies = new ScriptDependencies(contents.Items);
        foreach (var item in settings.Concat(contents.Items)) Write(toc, item, version, dependencies.Of(item));
        return toc.ToArray();
    }

    private static List<ScriptItem> Settings(ScriptContents contents)
    {
        var settings = new List<ScriptItem> { Setting(1, "ENCODING", $"SET client_encoding = '{contents.Encoding ?? "UTF8"}';\n") };
        if (contents.HasStandardStrings is { } standard) settings.Add(Setting(2, "STDSTRINGS", $"SET standard_conforming_strings = '{(standard ? "on" : "off")}';\n"));
        if (contents.SearchPath is { } path) settings.Add(Setting(3, "SEARCHPATH", path + "\n"));
        return settings;
    }

    private static ScriptItem Setting(int id, string desc, string statement)
    {
        var item = new ScriptItem { Id = id, Tag = Encoding.Latin1.GetBytes(desc), Desc = desc };
        item.Defn.Write(Encoding.Latin1.GetBytes(statement));
        return item;
    }

    private static void Write(MemoryStream toc, ScriptItem item, Version version, IReadOnlyList<int> dependencies)
    {
        toc.WriteInt(item.Id, IntSize);
        toc.WriteInt(item.HasData ? 1 : 0, IntSize);
        WriteText(toc, "0"u8.ToArray());
        WriteText(toc, "0"u8.ToArray());
        WriteText(toc, item.Tag);
        WriteText(toc, Encoding.Latin1.GetBytes(item.Desc));
        toc.WriteInt((int)SectionOf(item.Desc), IntSize);
        var definition = item.Defn.ToArray();
        WriteText(toc, definition);
        WriteText(toc, item.DropStmt ?? []);
        WriteText(toc, item.CopyStmt ?? (item.HasData ? [] : null));
        WriteText(toc, item.Schema);
        WriteText(toc, item.Tablespace);
        // Of a partitioned table, 17 and later write another statement.
        var kind = RelKind(item, definition);
        if (version >= ArchiveVersion.TableAm) WriteText(toc, kind == 'p' ? null : item.TableAm);
        if (version >= ArchiveVersion.RelKind) toc.WriteInt(kind, IntSize);
        WriteText(toc, item.Owner);
        WriteText(toc, "false"u8.ToArray());
        foreach (var id in dependencies) WriteText(toc, Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture)));
        WriteText(toc, null);
        toc.WriteByte(item.HasData ? OffsetNotSet : OffsetNoData);
        toc.Write(stackalloc byte[OffsetSize]);
    }

    private static TocSection SectionOf(string desc) => Data.Contains(desc) ? TocSection.Data
        : PostData.Contains(desc) ? TocSection.PostData
        : Anywhere.Contains(desc) ? TocSection.None
        : TocSection.PreData;

    private static int RelKind(ScriptItem item, byte[] definition) => item.Desc switch
    {
        "TABLE" => definition.AsSpan().IndexOf("\nPARTITION BY "u8) >= 0 ? 'p' : 'r',
        "FOREIGN TABLE" => 'f',
        "VIEW" => 'v',
        "MATERIALIZED VIEW" => 'm',
        "SEQUENCE" => 'S',
        _ => 0,
    };

    // 18.1 (Debian …) wrote archives 1.16; the oldest scripts have no version that matters.
    private static Version Version(byte[]? dumpVersion)
    {
        var digits = Encoding.Latin1.GetString(dumpVersion ?? []).Split('.', ' ', 'b', 'r', 'd')[0];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major switch { >= 17 => ArchiveVersion.RelKind, 16 => ArchiveVersion.CompressionAlgorithm, >= 12 => ArchiveVersion.TableAm, _ => new Version(1, 13) }
            : ArchiveVersion.TableAm;
    }

    private static void WriteText(MemoryStream toc, byte[]? text)
    {
        toc.WriteInt(text?.Length ?? -1, IntSize);
        if (text is not null) toc.Write(text);
    }
}
