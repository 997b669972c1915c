namespace CiAnon.Dumps.Scripts;

/// <summary>A script as a dump: the table of contents that an archive would have, and where each entry's part lies.</summary>
internal sealed record ScriptSource(ArchiveBytes Bytes, ScriptContents Contents, ArchiveToc Toc)
{
    private const int LongestDefinition = 1 << 28;

    public static ScriptSource Read(ArchiveBytes script)
    {
        var contents = ScriptReader.Read(script);
        foreach (var item in contents.Items.Where(item => item.DefnStart >= 0)) ReadDefinition(script, item);
        var image = ScriptToc.Make(contents, script.Wrapping);
        return new ScriptSource(script, contents, TocReader.Read(new MemoryBytes(script.Path, image), DumpFormat.Custom));
    }

    public ScriptBlockReader Blocks() => new(Bytes, Contents.Items.Where(item => item.HasData).ToDictionary(item => item.Id));

    // With what lies between its statements, and the line end that an archive has behind them.
    private static void ReadDefinition(ArchiveBytes script, ScriptItem item)
    {
        var length = item.DefnEnd - item.DefnStart;
        if (length > LongestDefinition) throw DumpErrors.Corrupt(script.Path, item.Desc, "a definition is too long");
        using var source = new BytesStream(new SliceBytes(script, item.DefnStart, length), item.Desc);
        item.Defn.SetLength(0);
        source.CopyTo(item.Defn);
        item.Defn.WriteByte((byte)'\n');
    }
}
