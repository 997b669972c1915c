namespace CiAnon.Dumps;

/// <summary>What <c>pg_dump --format</c> wrote.</summary>
public enum DumpFormat
{
    /// <summary>One file: header, table of contents, data blocks.</summary>
    Custom,

    /// <summary>A folder: <c>toc.dat</c> and one file per data block.</summary>
    Directory,

    /// <summary>One file: a tar of the files of a directory, none of them compressed.</summary>
    Tar,

    /// <summary>A SQL script with the rows in it, compressed as a whole or not at all.</summary>
    Plain,
}
