using CiAnon.Diagnostics;
using CiAnon.Dumps;

namespace CiAnon.Publishing;

/// <summary>A proven dump and its report, on their way to where a CI system collects them.</summary>
/// <param name="Dump">The anonymized dump, encrypted or not.</param>
/// <param name="Report">Its report.</param>
/// <param name="Sha256">Its digest, as the report says.</param>
/// <param name="Renderings">The report in other formats.</param>
public sealed record Artifact(string Dump, string Report, string Sha256, IReadOnlyList<string> Renderings)
{
    /// <summary>What is published is what was proven.</summary>
    /// <exception cref="CiAnonException">CIANON2009: the dump was changed since, or the report is gone.</exception>
    public void CheckUnchanged(CancellationToken cancellation)
    {
        if (!File.Exists(Report)) throw new CiAnonException(DiagnosticCodes.ArtifactChanged, $"the report {Report} is gone: run again");
        if (!Path.Exists(Dump)) throw new CiAnonException(DiagnosticCodes.ArtifactChanged, $"the dump {Dump} is gone: run again");
        if (!string.Equals(ArchiveDigest.Compute(Dump, cancellation).Sha256, Sha256, StringComparison.Ordinal))
            throw new CiAnonException(DiagnosticCodes.ArtifactChanged, $"{Dump} is not what was proven: something wrote to it after the backup. Run again");
    }

    /// <summary>A copy in a folder, which is made when it is missing; what was there under the same names is replaced, the report last.</summary>
    public Artifact CopyTo(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var copy = this with { Dump = In(folder, Dump), Report = In(folder, Report), Renderings = [.. Renderings.Select(path => In(folder, path))] };
        GitWorkTree.CheckIgnored(copy.Dump);
        GitWorkTree.CheckIgnored(copy.Report);
        if (RealPath.Of(copy.Dump) == RealPath.Of(Dump)) return this;
        File.Delete(copy.Report);
        Copy(Dump, copy.Dump + ".partial", cancellation);
        Replace(copy.Dump + ".partial", copy.Dump);
        foreach (var rendering in Renderings) File.Copy(rendering, In(folder, rendering), overwrite: true);
        File.Copy(Report, copy.Report + ".partial", overwrite: true);
        File.Move(copy.Report + ".partial", copy.Report, overwrite: true);
        new PreviousArtefact(copy.Report, [copy.Dump, .. copy.Renderings]).Forget();
        return copy;
    }

    internal static string In(string folder, string path) => Path.Combine(folder, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));

    private static void Copy(string from, string to, CancellationToken cancellation)
    {
        Remove(to);
        if (!Directory.Exists(from))
        {
            File.Copy(from, to);
            return;
        }
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            cancellation.ThrowIfCancellationRequested();
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static void Replace(string from, string to)
    {
        Remove(to);
        Directory.Move(from, to);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        File.Delete(path);
    }
}
