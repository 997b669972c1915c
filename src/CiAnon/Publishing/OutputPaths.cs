using CiAnon.Diagnostics;
using CiAnon.Dumps;

namespace CiAnon.Publishing;

/// <summary>Where the artefact goes. Everything is written beside it as <c>*.partial</c>, and moved into place when it is proven.</summary>
public sealed class OutputPaths
{
    private OutputPaths(string dump, string report)
    {
        Dump = dump;
        Report = report;
    }

    public string Dump { get; }

    public string Report { get; }

    public string PartialDump => Dump + ".partial";

    private string PartialReport => Report + ".partial";

    /// <summary>Where the report goes when nobody says otherwise.</summary>
    public static string ReportBeside(string dump) => Path.TrimEndingDirectorySeparator(dump) + ".report.json";

    /// <exception cref="CiAnonException">CIANON2001 to 2007: the paths can't or must not be written to.</exception>
    public static OutputPaths Check(AnonymizeOptions options, DumpFormat format)
    {
        var input = Path.GetFullPath(options.DumpPath);
        var dump = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.OutputPath!));
        var report = Path.GetFullPath(options.ReportPath ?? ReportBeside(dump));
        var paths = new OutputPaths(dump, report);
        if (!options.InPlace && IsSame(input, dump))
            throw new CiAnonException(DiagnosticCodes.OutputIsInput, $"the output {options.OutputPath} is the input: give another --output, or say --in-place");
        var policy = Path.GetFullPath(options.PolicyPath);
        if (IsSame(report, dump) || IsSame(report, input) || IsSame(report, policy) || IsSame(dump, policy))
            throw new CiAnonException(DiagnosticCodes.OutputIsInput, "output, report, policy and dump must be different files");
        CheckTarget(dump, format);
        if (Directory.Exists(report))
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the report's path {report} is a folder");
        foreach (var path in new[] { dump, report })
        {
            CheckFolder(path);
            GitWorkTree.CheckIgnored(path);
        }
        return paths;
    }

    /// <summary>Keeps other runs from writing to the output until it is disposed, and removes what a killed run left.</summary>
    /// <exception cref="CiAnonException">CIANON2008: another run has it.</exception>
    public OutputLock Lock()
    {
        var held = OutputLock.Take(Dump + ".lock.partial");
        RemovePartials();
        return held;
    }

    /// <summary>Removes what was written under the partial names.</summary>
    public void RemovePartials()
    {
        if (Directory.Exists(PartialDump)) Directory.Delete(PartialDump, recursive: true);
        File.Delete(PartialDump);
        File.Delete(PartialReport);
    }

    /// <summary>The proven dump and its report take their final names, the report last; what was there goes only now.</summary>
    public void Publish(byte[] report)
    {
        // On disk before the dump moves: a full disk must not leave a dump without its report.
        WriteReport(report);
        FileOwner.HandOver(PartialDump);
        PublishDump();
        File.Move(PartialReport, Report, overwrite: true);
    }

    /// <summary>The report of a failed run takes its final name.</summary>
    public void PublishReport(byte[] report)
    {
        WriteReport(report);
        File.Move(PartialReport, Report, overwrite: true);
    }

    private void PublishDump()
    {
        if (!Directory.Exists(PartialDump))
        {
            File.Move(PartialDump, Dump, overwrite: true);
            return;
        }
        var previous = Dump + ".previous.partial";
        if (Directory.Exists(Dump)) Directory.Move(Dump, previous);
        Directory.Move(PartialDump, Dump);
        if (Directory.Exists(previous)) Directory.Delete(previous, recursive: true);
    }

    private void WriteReport(byte[] report)
    {
        try
        {
            using var file = new FileStream(PartialReport, FileMode.Create, FileAccess.Write);
            file.Write(report);
            file.Flush(flushToDisk: true);
            FileOwner.HandOver(PartialReport);
        }
        catch
        {
            File.Delete(PartialReport);
            throw;
        }
    }

    private static bool IsSame(string a, string b) => string.Equals(RealPath.Of(a), RealPath.Of(b), StringComparison.Ordinal);

    private static void CheckTarget(string dump, DumpFormat format)
    {
        if (format == DumpFormat.Custom && Directory.Exists(dump))
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the output {dump} is a folder, and a custom archive is a file: give a file name");
        if (format == DumpFormat.Directory && File.Exists(dump))
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the output {dump} is a file, and a directory archive is a folder: give another name");
        var isFilled = Directory.Exists(dump) && Directory.EnumerateFileSystemEntries(dump).Any();
        if (format == DumpFormat.Directory && isFilled && !File.Exists(Path.Combine(dump, "toc.dat")))
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the output folder {dump} holds something else than a directory archive: give another name");
    }

    private static void CheckFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            throw new CiAnonException(DiagnosticCodes.OutputFolderMissing, $"the folder {folder} doesn't exist: create it, or give another path");
        var probe = Path.Combine(folder, $".ci-anon-{Guid.NewGuid():N}.partial");
        try
        {
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CiAnonException(DiagnosticCodes.OutputFolderMissing, $"the folder {folder} can't be written to: {exception.Message}", cause: exception);
        }
    }
}
