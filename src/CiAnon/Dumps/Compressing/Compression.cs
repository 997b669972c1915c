namespace CiAnon.Dumps.Compressing;

/// <summary>How data blocks are stored; the values are those of the archive header since 1.15 (common/compression.h).</summary>
public enum Compression
{
    /// <summary>As they are.</summary>
    None = 0,

    /// <summary>zlib streams in custom archives, gzip files in directories.</summary>
    Gzip = 1,

    /// <summary>A frame of lz4 per block, without a size or a checksum.</summary>
    Lz4 = 2,

    /// <summary>A frame of zstd per block, without a size or a checksum.</summary>
    Zstd = 3,
}
