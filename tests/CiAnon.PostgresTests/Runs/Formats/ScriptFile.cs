using System.IO.Compression;

namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>A plain SQL script, by itself or within gzip.</summary>
internal static class ScriptFile
{
    /// <summary>Its bytes; null for an archive.</summary>
    public static byte[]? Read(string path)
    {
        if (Directory.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes is [0x1f, 0x8b, ..])
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var content = new MemoryStream();
            gzip.CopyTo(content);
            bytes = content.ToArray();
        }
        return bytes.AsSpan().StartsWith("PGDMP"u8) || bytes.AsSpan().StartsWith("toc.dat\0"u8) ? null : bytes;
    }
}
