using System.Formats.Tar;
using System.Security.Cryptography;
using ZstdSharp;

namespace CiAnon.Sandboxes.Clusters;

/// <summary>A data folder as one file: the SHA-256 of the rest, then a tar archive in zstd.</summary>
internal static class PackedCluster
{
    // Most of a fresh cluster are zeros: more effort saves little.
    private const int Level = 1;

    /// <summary>The file's bytes, about 4 MB.</summary>
    public static byte[] Pack(string data)
    {
        using var packed = new MemoryStream();
        packed.SetLength(packed.Position = SHA256.HashSizeInBytes);
        using (var zstd = new CompressionStream(packed, Level, leaveOpen: true)) TarFile.CreateFromDirectory(data, zstd, includeBaseDirectory: false);
        var bytes = packed.ToArray();
        SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes), bytes);
        return bytes;
    }

    /// <summary>Whether the bytes are those that were packed.</summary>
    public static bool IsWhole(byte[] bytes) => bytes.Length > SHA256.HashSizeInBytes
        && SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes));

    /// <summary>Writes the folder, which exists; <paramref name="written"/> gets the path of everything in it.</summary>
    /// <exception cref="IOException">No room, no permission.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; a part of it is there.</exception>
    public static void Unpack(byte[] bytes, string data, Action<string> written, CancellationToken ct)
    {
        using var packed = new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes);
        using var zstd = new DecompressionStream(packed);
        using var tar = new TarReader(zstd);
        while (tar.GetNextEntry() is { } entry)
        {
            ct.ThrowIfCancellationRequested();
            var path = Path.Combine(data, entry.Name.TrimEnd('/'));
            if (entry.EntryType == TarEntryType.Directory) Libc.MakePrivateDirectory(path);
            else Write(entry, path);
            written(path);
        }
    }

    // Not by ExtractToFile, which asks for the whole room first, and whose refusal doesn't say that the disk is full (no errno).
    private static void Write(TarEntry entry, string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        entry.DataStream?.CopyTo(file);
    }
}
