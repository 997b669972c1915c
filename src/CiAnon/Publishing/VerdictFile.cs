using CiAnon.Diagnostics;
using CiAnon.Dumps;

namespace CiAnon.Publishing;

/// <summary>A report that stands alone, of a dump that was judged. Written beside its place and moved there when it is complete.</summary>
public sealed class VerdictFile
{
    private readonly string _path;

    private VerdictFile(string path) => _path = path;

    /// <summary>A report that is there says nothing of this run, and goes.</summary>
    /// <param name="others">Files that the run reads; null where there is none.</param>
    /// <returns>Null without a path.</returns>
    /// <exception cref="CiAnonException">CIANON2001 to 2007: the path can't or must not be written to.</exception>
    public static VerdictFile? Check(string? path, params string?[] others)
    {
        if (path is null) return null;
        var report = Path.GetFullPath(path);
        if (others.Any(other => other is not null && !StandardInput.Is(other) && OutputPaths.IsSame(report, Path.GetFullPath(other))))
            throw new CiAnonException(DiagnosticCodes.OutputIsInput, $"the report {path} would replace a file that the run reads: give another --report");
        if (Directory.Exists(report))
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the report's path {report} is a folder");
        OutputPaths.CheckFolder(report);
        File.Delete(report);
        return new(report);
    }

    public void Publish(byte[] report) => new RenderedFile(_path, report).Write();
}
