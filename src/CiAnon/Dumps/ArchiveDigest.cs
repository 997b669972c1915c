using System.Security.Cryptography;
using System.Text;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps;

/// <summary>
/// Size and SHA-256 of an archive: of a file its bytes; of a folder what <c>sha256sum *</c> prints for it in the C locale, which is
/// also the dirHash of in-toto.
/// </summary>
/// <param name="Files">The files of a folder, in that order; empty for a file.</param>
public sealed record ArchiveDigest(string Sha256, long Bytes, IReadOnlyList<FileDigest> Files)
{
    /// <summary>Doesn't look into the archive: any file or folder has a digest.</summary>
    public static ArchiveDigest Compute(string path, CancellationToken ct)
    {
        if (!Directory.Exists(path)) return new ArchiveDigest(OfFile(path, ct), FileSize.Of(path), []);
        var files = VisibleFiles(path);
        FileDigest[] digests = [.. files.Select(file => new FileDigest(Path.GetFileName(file), OfFile(file, ct)))];
        var list = string.Concat(digests.Select(file => $"{file.Sha256}  {file.Name}\n"));
        return new ArchiveDigest(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))), files.Sum(FileSize.Of), digests);
    }

    /// <summary>What a shell's * matches, in the order of the C locale.</summary>
    public static string[] VisibleFiles(string directory) =>
        [.. Directory.GetFiles(directory).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal)];

    private static string OfFile(string file, CancellationToken ct)
    {
        using var bytes = new FileBytes(file, File.OpenHandle(file));
        return bytes.ComputeSha256(ct);
    }
}

/// <summary>A file of a directory archive.</summary>
public sealed record FileDigest(string Name, string Sha256);
