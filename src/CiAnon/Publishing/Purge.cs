using System.Text.Json;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Reporting;

namespace CiAnon.Publishing;

/// <summary>
/// Deletes the artefacts of a folder whose time is over: what a readable report names, what lies in the folder itself under that name, and
/// what has the digest that the report states. No link is followed, and of a folder only the files of a dump go.
/// </summary>
public sealed class Purge(string folder, DateOnly today, bool isDryRun, CancellationToken cancellation)
{
    private const int MostBytes = 256 << 20;

    public IEnumerable<PurgedFile> Run() => new DirectoryInfo(folder).EnumerateFiles("*" + OutputPaths.ReportSuffix)
        .OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(Judge);

    private IReadOnlyList<PurgedFile> Judge(FileInfo report)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            if (report.LinkTarget is not null) return [Left(report.Name, "it is a symbolic link")];
            if (report.Length is 0 or > MostBytes) return [Left(report.Name, "it is no file, empty or too large")];
            var json = File.ReadAllBytes(report.FullName);
            if (RunningReport.StartOf(json) is { } start)
                return [new PurgedFile(report.Name, 0, $"says running: the run that began at {start} goes on, or was killed") { IsRunning = true }];
            if (ReportTerm.Read(json) is not { } term) return [Left(report.Name, "it isn't a report of ci-anon")];
            if (DateOnly.FromDateTime(term.FinishedAt!.Value.UtcDateTime) > today.AddDays(1)) return [Left(report.Name, "its run ended in the future")];
            return term.Until >= today ? [] : Delete(report, term);
        }
        catch (JsonException)
        {
            return [Left(report.Name, "it isn't a report of ci-anon")];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [Left(report.Name, exception.Message)];
        }
        catch (CiAnonException exception) when (exception.Diagnostics[0].Code == DiagnosticCodes.OutputInUse)
        {
            return [Left(report.Name, exception.Message)];
        }
    }

    // The report goes last: what a purge that was stopped has left is named by it.
    private List<PurgedFile> Delete(FileInfo report, ReportTerm term)
    {
        var gone = new List<PurgedFile>();
        if (term.Published is { } dump)
        {
            if (!IsPlainName(dump.Name)) return [Left(report.Name, "it names a dump outside its folder, or none")];
            var path = Path.Combine(folder, dump.Name);
            using var held = isDryRun ? null : OutputLock.Take(path + ".lock.partial");
            if (Problem(path, dump.Bytes, dump.Sha256) is { } problem) return [Left(dump.Name, problem)];
            if (Path.Exists(path)) gone.Add(Remove(path, dump.Bytes));
        }
        gone.AddRange(Renderings(report.Name).Where(file => file is { Exists: true, LinkTarget: null }).Select(file => Remove(file.FullName, file.Length)));
        gone.Add(Remove(report.FullName, report.Length));
        return gone;
    }

    private string? Problem(string path, long bytes, string? sha256)
    {
        FileSystemInfo found = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (found.LinkTarget is not null) return "it is a symbolic link";
        if (!found.Exists) return null;
        IReadOnlyList<FileSystemInfo> files = found is DirectoryInfo directory ? [.. directory.EnumerateFileSystemInfos()] : [found];
        if (files.Any(file => file is not FileInfo || file.LinkTarget is not null || file.Name.StartsWith('.')) && found is DirectoryInfo)
            return "the folder holds something else than a dump";
        // Its size first: a pipe, which nobody can read to its end, has none.
        if (bytes <= 0 || files.OfType<FileInfo>().Sum(file => file.Length) != bytes || ArchiveDigest.Compute(path, cancellation).Sha256 != sha256)
            return "it isn't the dump that its expired report speaks of";
        return null;
    }

    private IEnumerable<FileInfo> Renderings(string report) =>
        from stem in new[] { report[..^OutputPaths.ReportSuffix.Length], report[..^".json".Length] }
        from format in ReportFormat.All
        select new FileInfo(Path.Combine(folder, $"{stem}.{format.Extension}"));

    private PurgedFile Remove(string path, long bytes)
    {
        if (isDryRun) return new PurgedFile(Path.GetFileName(path), bytes);
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.GetFiles(path)) File.Delete(file);
            Directory.Delete(path);
        }
        else
        {
            File.Delete(path);
        }
        return new PurgedFile(Path.GetFileName(path), bytes);
    }

    private static bool IsPlainName(string name) => name is not ("" or "." or "..") && name.IndexOfAny(['/', '\\', '\0']) < 0;

    private static PurgedFile Left(string name, string problem) => new(name, 0, problem);
}
