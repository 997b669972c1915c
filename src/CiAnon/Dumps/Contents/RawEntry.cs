namespace CiAnon.Dumps.Contents;

/// <summary>An entry of the table of contents before its texts are decoded.</summary>
internal sealed record RawEntry
{
    public required int DumpId { get; init; }
    public required bool HadDumper { get; init; }
    public required RawText TableOid { get; init; }
    public required RawText CatalogOid { get; init; }
    public required RawText Tag { get; init; }
    public required RawText Desc { get; init; }
    public required TocSection Section { get; init; }
    public required RawText Defn { get; init; }
    public required RawText DropStmt { get; init; }
    public required RawText CopyStmt { get; init; }
    public required RawText Namespace { get; init; }
    public required RawText Tablespace { get; init; }
    public required RawText TableAm { get; init; }
    public required int RelKind { get; init; }
    public required RawText Owner { get; init; }
    public required RawText WithOids { get; init; }
    public required List<RawText> Dependencies { get; init; }

    /// <summary>Custom archives; a directory tells by the file name.</summary>
    public bool HasData { get; init; }
    public long? Offset { get; init; }
    public RawText FileName { get; init; } = new(0, -1);
    public Range FormatField { get; init; }

    public TocEntry Decode(TextDecoder texts)
    {
        var file = FileName.Length > 0 ? texts.Required(FileName) : null;
        var entry = new TocEntry
        {
            DumpId = DumpId,
            HadDumper = HadDumper,
            TableOid = texts.Number<uint>(TableOid),
            CatalogOid = texts.Number<uint>(CatalogOid),
            Tag = texts.Required(Tag),
            Desc = texts.Required(Desc),
            Section = Section,
            Defn = texts.Decode(Defn),
            DefnField = Defn.IsNull ? default : Defn.Start..(Defn.Start + Defn.Length),
            DropStmt = texts.Decode(DropStmt),
            CopyStmt = texts.Decode(CopyStmt),
            Namespace = texts.Decode(Namespace),
            Tablespace = texts.Decode(Tablespace),
            TableAm = texts.Decode(TableAm),
            RelKind = RelKind == 0 ? null : (char)RelKind,
            Owner = texts.Decode(Owner),
            WithOids = texts.Decode(WithOids) == "true",
            Dependencies = Dependencies.ConvertAll(texts.Number<int>),
            HasData = HasData || file is not null,
            Offset = Offset,
            FileName = file,
            FormatField = FormatField,
        };
        if (entry.HasData != HadDumper) throw texts.Corrupt($"{entry.FullName} and its data disagree");
        return entry;
    }
}
