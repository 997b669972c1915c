using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Scripts;

/// <summary>A script as a dump: the table of contents that an archive would have, and where each entry's part lies.</summary>
internal sealed partial record ScriptSource(ArchiveBytes Bytes, ScriptContents Contents, ArchiveToc Toc)
{
    private const int LongestDefinition = 1 << 28;

    /// <summary>What is otherwise wherever the script is written again, whatever becomes of its entries.</summary>
    public IReadOnlyList<ScriptEdit> Edits { get; private init; } = [];

    /// <param name="dropsRoles">As one in which nothing names a role.</param>
    public static ScriptSource Read(ArchiveBytes script, bool dropsRoles = false)
    {
        var contents = ScriptReader.Read(script);
        foreach (var item in contents.Items.Where(item => item.DefnStart >= 0)) ReadDefinition(script, item);
        foreach (var item in contents.Items.Where(item => item.Desc == "BLOB METADATA")) KeepNumbers(item);
        var edits = dropsRoles ? ScriptRoles.Drop(script.Path, contents) : [];
        if (!dropsRoles) contents = contents with { Loose = [.. contents.Loose, .. contents.Sessions.SelectMany(session => session.Text.Append((byte)'\n'))] };
        var toc = TocReader.Read(new MemoryBytes(script.Path, ScriptToc.Make(contents, script.Wrapping)), DumpFormat.Custom);
        if (dropsRoles) toc = toc.Without(contents.Items.Where(ScriptRoles.IsOfRoles).Select(item => item.Id).ToHashSet());
        return new ScriptSource(script, contents, toc) { Edits = edits };
    }

    public ScriptBlockReader Blocks() => new(Bytes, Contents.Items.Where(item => item.HasData).ToDictionary(item => item.Id));

    // An archive has the numbers alone, and its printer the statements.
    private static void KeepNumbers(ScriptItem item)
    {
        var numbers = Number().Matches(Encoding.Latin1.GetString(item.Defn.ToArray())).Select(match => match.Groups["oid"].Value + "\n");
        item.Defn.SetLength(0);
        item.Defn.Write(Encoding.ASCII.GetBytes(string.Concat(numbers)));
    }

    [GeneratedRegex(@"lo_create\('(?<oid>[0-9]+)'\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    // Behind a definition an archive's printer puts two line ends: the third is the definition's own.
    private static bool EndsLine(ArchiveBytes script, ScriptItem item)
    {
        Span<byte> next = stackalloc byte[6];
        next = next[..script.Read(next, item.DefnEnd)];
        return item.Desc != "ROW SECURITY" || next.StartsWith("\n\n\n"u8) || next.StartsWith("\r\n\r\n\r\n"u8);
    }

    // With what lies between its statements, and the line end that an archive has behind them.
    private static void ReadDefinition(ArchiveBytes script, ScriptItem item)
    {
        var length = item.DefnEnd - item.DefnStart;
        if (length > LongestDefinition) throw DumpErrors.Corrupt(script.Path, item.Desc, "a definition is too long");
        using var source = new BytesStream(new SliceBytes(script, item.DefnStart, length), item.Desc);
        item.Defn.SetLength(0);
        source.CopyTo(item.Defn);
        if (EndsLine(script, item)) item.Defn.WriteByte((byte)'\n');
    }
}
