using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting;

/// <summary>The file or folder that a run published: the encrypted dump where there is one, else the dump itself.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record PublishedFile(string Path, long Bytes, string Sha256)
{
    /// <param name="outputPath">What the run was told, to which encryption may have appended an extension.</param>
    public static PublishedFile Of(ArchiveSection output, string outputPath) => output.Encryption is { } encrypted
        ? new PublishedFile(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(outputPath) ?? "", encrypted.File), encrypted.Bytes, encrypted.Sha256)
        : new PublishedFile(outputPath, output.Bytes, output.Sha256);
}
