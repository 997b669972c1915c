using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Clusters;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Streams;
using CiAnon.Stages;

namespace CiAnon.Clusters;

/// <summary>The script that a run over a cluster makes: what stands before the databases, their parts as they were proven, and the script's end.</summary>
internal sealed class ClusterArchive(ClusterScript source, ClusterGlobals globals, IReadOnlyList<SpooledPart> parts)
{
    private const int BufferSize = 1 << 18;

    /// <summary>Writes it, on disk when this returns.</summary>
    /// <exception cref="CiAnonException">CIANON3014: it can't be written.</exception>
    public void Write(string path, CompressionChoice choice) => WriteErrors.Guard(path, () =>
    {
        using var file = new FlushedFile(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0));
        using var compressor = BlockEncoding.Compressor(file, choice, isFile: true);
        Stream target = compressor is null ? file : compressor;
        target.Write(globals.Text);
        foreach (var part in parts) Copy(part.Script, target);
        Copy(End, target);
    });

    /// <summary>Reads it again, from front to back: the same databases, each with the bytes that were proven, between what was searched.</summary>
    /// <returns>The digest of the file.</returns>
    /// <exception cref="CiAnonException">CIANON5004: it isn't that.</exception>
    public string Prove(string path, string? workDirectory, CancellationToken cancellation)
    {
        using var bytes = DumpSource.OpenBytes(path, input: null, workDirectory, int.MaxValue, cancellation);
        var written = ClusterScript.Read(bytes);
        var isSame = written.Databases.Select(one => one.Name).SequenceEqual(parts.Select(part => part.Database))
            && written.Databases.Zip(parts).All(pair => written.Part(pair.First).ComputeSha256(cancellation) == pair.Second.Script.ComputeSha256(cancellation))
            && new SliceBytes(bytes, 0, written.Databases[0].Start).ComputeSha256(cancellation) == Convert.ToHexStringLower(SHA256.HashData(globals.Text))
            && new SliceBytes(bytes, written.Databases[^1].End, bytes.Length - written.Databases[^1].End).ComputeSha256(cancellation) == End.ComputeSha256(cancellation);
        return isSame ? bytes.ComputeSha256(cancellation)
            : throw new CiAnonException(DiagnosticCodes.NotRestorable, "what was written isn't what was proven of its databases; nothing was published. Run again");
    }

    private ArchiveBytes End => new SliceBytes(source.Bytes, source.Databases[^1].End, source.Bytes.Length - source.Databases[^1].End);

    private static void Copy(ArchiveBytes part, Stream target)
    {
        using var stream = new BytesStream(part, "its part of the script");
        stream.CopyTo(target, BufferSize);
    }
}
