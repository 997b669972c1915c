using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record ArchiveSection(
    [property: Description("File or folder name, without its path; of a live database its name.")] string Name,
    [property: Description("custom, directory, tar or plain; live for a database that was read or rewritten where it stands.")] string Format,
    [property: Description("Size; for a folder, of its files together; of a live database, of its tables.")] long Bytes,
    [property: Description("SHA-256, lower-case hex; for a folder, of the lines that sha256sum prints for its files in order of name; of a live database, of such lines for its schema and its tables' rows.")] string Sha256,
    [property: Description("Version of the archive format, such as 1.14.")] string ArchiveVersion,
    [property: Description("Version of the server that was dumped.")] string? ServerVersion,
    [property: Description("Version of pg_dump.")] string? DumpVersion)
{
    /// <summary>The format of a database that is no archive.</summary>
    public const string Live = "live";

    [Description("The database that was taken out of a script of a whole cluster; absent where the dump is one database's, and where all are meant.")]
    public string? Database { get; init; }

    [Description("The encrypted file that was published instead of the dump, whose name, size and digest stand beside this; absent when it was published in clear.")]
    public EncryptionSection? Encryption { get; init; }
}
