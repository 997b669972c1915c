namespace CiAnon.Dumps;

/// <summary>How data blocks are stored; the values are those of the archive header since 1.15.</summary>
public enum Compression
{
    /// <summary>As they are.</summary>
    None = 0,

    /// <summary>zlib streams in custom archives, gzip files in directories.</summary>
    Gzip = 1,
}
