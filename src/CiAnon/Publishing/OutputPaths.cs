using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Publishing.Encryption;
using CiAnon.Reporting;

namespace CiAnon.Publishing;

/// <summary>Where the artefact goes. Everything is written beside it as <c>*.partial</c>, and moved into place when it is proven.</summary>
public sealed class OutputPaths
{
    /// <summary>Of a report beside its dump.</summary>
    public const string ReportSuffix = ".report.json";

    private readonly IReadOnlyList<string> _rendered;
    private readonly bool _isInPlace;
    private readonly StandardOutput? _pipe;

    private OutputPaths(string dump, bool isInPlace, string? clearName, string report, IReadOnlyList<string> rendered, StandardOutput? pipe)
    {
        Name = pipe is null ? Path.GetFileName(dump) : StandardOutput.Path;
        ClearName = pipe is null ? clearName ?? Name : StandardOutput.Path;
        _pipe = pipe;
        Dump = dump;
        Report = report;
        _rendered = rendered;
        _isInPlace = isInPlace;
        Previous = new PreviousArtefact(report, isInPlace || pipe is not null ? rendered : [dump, .. rendered]);
    }

    /// <summary>The file or folder that is published; encrypted when there are recipients. Standard output has none: what it will get is written beside the report.</summary>
    public string Dump { get; }

    /// <summary>What the published dump is called, without a path.</summary>
    public string Name { get; }

    /// <summary>What the dump in clear is called, without a path.</summary>
    public string ClearName { get; }

    public string Report { get; }

    /// <summary>What lies there from an earlier run.</summary>
    public PreviousArtefact Previous { get; }

    public string PartialDump => Dump + ".partial";

    /// <summary>What a run holds while it writes there.</summary>
    public string LockFile => Dump + ".lock.partial";

    private string PreviousDump => PreviousArtefact.Aside(Dump);

    /// <summary>Where the report goes when nobody says otherwise.</summary>
    public static string ReportBeside(string dump) => Path.TrimEndingDirectorySeparator(dump) + ReportSuffix;

    /// <exception cref="CiAnonException">CIANON2001 to 2007: the paths can't or must not be written to.</exception>
    /// <param name="encryption">How the dump is encrypted; null when it stays in clear.</param>
    public static OutputPaths Check(AnonymizeOptions options, DumpFormat format, EncryptionFormat? encryption = null)
    {
        if (encryption is not null) CheckEncryptable(options, format);
        var pipe = StandardOutput.Is(options.OutputPath) ? RequirePipe(options, format) : null;
        var input = options.Source is not null || StandardInput.Is(options.DumpPath) ? null : Path.GetFullPath(options.DumpPath);
        var output = pipe is null ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.OutputPath!)) : Path.GetFullPath(options.ReportPath!) + ".output";
        var dump = Encrypted(output, encryption);
        if (pipe is null && dump != output && !IsSame(input, output) && Path.Exists(output))
            throw new CiAnonException(DiagnosticCodes.EncryptionUnsuitable, $"{output} lies there in clear, beside where its encrypted successor goes: remove it, or give another --output");
        var report = Path.GetFullPath(options.ReportPath ?? ReportBeside(output));
        List<string> rendered = [.. options.Renderings.Select(rendering => Path.GetFullPath(rendering.Path))];
        List<string> records = [report, .. rendered];
        if (options.AuditLogPath is { } log) records.Add(Path.GetFullPath(log));
        if (!options.InPlace && IsSame(input, dump))
            throw new CiAnonException(DiagnosticCodes.OutputIsInput, $"the output {options.OutputPath} is the input: give another --output, or say --in-place");
        var policy = Path.GetFullPath(options.PolicyPath);
        if (IsSame(dump, policy) || records.Exists(record => IsSame(record, dump) || IsSame(input, record) || IsSame(record, policy)))
            throw new CiAnonException(DiagnosticCodes.OutputIsInput, "output, report, policy and dump must be different files");
        if (records.Select(RealPath.Of).Distinct(StringComparer.Ordinal).Count() < records.Count)
            throw new CiAnonException(DiagnosticCodes.OutputIsInput, "the report, its other formats and the audit log must be different files");
        if (pipe is null) CheckTarget(dump, format);
        if (records.Find(Directory.Exists) is { } folder)
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the report's path {folder} is a folder");
        foreach (var path in pipe is null ? records.Prepend(dump) : records)
        {
            CheckFolder(path);
            GitWorkTree.CheckIgnored(path);
        }
        return new OutputPaths(dump, IsSame(input, dump), encryption is null ? null : Path.GetFileName(dump)[..^encryption.Extension.Length], report, rendered, pipe);
    }

    /// <summary>The names that the artefact gets as a copy in a folder: the report's, and those of the rest.</summary>
    /// <exception cref="CiAnonException">CIANON2002: a copy would replace what the run reads.</exception>
    public (string Report, IReadOnlyList<string> Others) CopiesIn(string folder, AnonymizeOptions options)
    {
        List<string> others = [.. _rendered.Prepend(Dump).Select(path => Artifact.In(folder, path))];
        var report = Artifact.In(folder, Report);
        if (others.Append(report).Any(copy => IsSame(options.PolicyPath, copy) || (IsSame(options.DumpPath, copy) && !_isInPlace)))
            throw new CiAnonException(DiagnosticCodes.OutputIsInput, $"a copy in {folder} would replace the dump or the policy: give another folder");
        return (report, others);
    }

    /// <summary>Keeps other runs from writing to the output until it is disposed, and removes what a killed run left.</summary>
    /// <exception cref="CiAnonException">CIANON2008: another run has it.</exception>
    public OutputLock Lock()
    {
        var held = OutputLock.Take(LockFile);
        RemovePartials();
        return held;
    }

    /// <summary>Removes what was written under the partial names.</summary>
    public void RemovePartials()
    {
        if (Directory.Exists(PartialDump)) Directory.Delete(PartialDump, recursive: true);
        File.Delete(PartialDump);
        foreach (var path in _rendered.Append(Report)) File.Delete(RenderedFile.PartialOf(path));
        // What was set aside by a run that is going on, or was killed, stays there.
        if (!_isInPlace && RunningReport.IsAt(Report)) return;
        // Killed between its two moves: the older folder goes when the newer one stands, else it comes back.
        if (Directory.Exists(PreviousDump) && Directory.Exists(Dump)) Directory.Delete(PreviousDump, recursive: true);
        else if (Directory.Exists(PreviousDump)) Directory.Move(PreviousDump, Dump);
    }

    /// <summary>The proven dump, the report's other formats and the report take their final names, the report last; what was there goes only now.</summary>
    /// <param name="beforeMoving">Runs when everything is on disk; what it throws stops the publication.</param>
    public void Publish(byte[] report, IReadOnlyList<RenderedFile>? rendered = null, Action? beforeMoving = null, CancellationToken cancellation = default)
    {
        // On disk before the dump moves: a full disk must not leave a dump without its report.
        var files = Prepare(report, rendered);
        beforeMoving?.Invoke();
        FileOwner.HandOver(PartialDump);
        if (_pipe is null) PublishDump();
        else HandOver(_pipe, cancellation);
        foreach (var file in files) file.Publish();
        Previous.Forget();
    }

    /// <summary>The report of a failed run and its other formats take their final names.</summary>
    public void PublishReport(byte[] report, IReadOnlyList<RenderedFile>? rendered = null)
    {
        foreach (var file in Prepare(report, rendered)) file.Publish();
    }

    private List<RenderedFile> Prepare(byte[] report, IReadOnlyList<RenderedFile>? rendered)
    {
        List<RenderedFile> files = [.. rendered ?? [], new RenderedFile(Report, report)];
        foreach (var file in files) file.WritePartial();
        return files;
    }

    private void HandOver(StandardOutput pipe, CancellationToken cancellation)
    {
        pipe.Take(PartialDump, cancellation);
        File.Delete(PartialDump);
    }

    private void PublishDump()
    {
        if (!Directory.Exists(PartialDump))
        {
            File.Move(PartialDump, Dump, overwrite: true);
            return;
        }
        if (Directory.Exists(Dump)) Directory.Move(Dump, PreviousDump);
        Directory.Move(PartialDump, Dump);
        if (Directory.Exists(PreviousDump)) Directory.Delete(PreviousDump, recursive: true);
    }

    internal static bool IsSame(string? a, string b) => a is not null && string.Equals(RealPath.Of(a), RealPath.Of(b), StringComparison.Ordinal);

    private static StandardOutput RequirePipe(AnonymizeOptions options, DumpFormat format)
    {
        if (options.StandardOutput is not { } pipe) throw new CiAnonException(DiagnosticCodes.Usage, "there is no standard output here: give a file as output");
        if (pipe.IsTerminal) throw new CiAnonException(DiagnosticCodes.Usage, "standard output is a terminal: pipe it to a command, or give a file as --output");
        if (options.ReportPath is null) throw new CiAnonException(DiagnosticCodes.Usage, "the dump goes to standard output: say with --report where the report goes");
        if (format == DumpFormat.Directory) throw new CiAnonException(DiagnosticCodes.OutputNotAFile, "a directory archive is many files, and standard output takes one: say --format custom");
        return pipe;
    }

    private static string Encrypted(string output, EncryptionFormat? encryption) =>
        encryption is null || output.EndsWith(encryption.Extension, StringComparison.Ordinal) ? output : output + encryption.Extension;

    private static void CheckEncryptable(AnonymizeOptions options, DumpFormat format)
    {
        if (options.InPlace)
            throw new CiAnonException(DiagnosticCodes.EncryptionUnsuitable, "a dump can't be replaced by its encrypted self: give an --output instead of --in-place");
        if (format == DumpFormat.Directory)
            throw new CiAnonException(DiagnosticCodes.EncryptionUnsuitable, "a directory archive is many files, and one is encrypted: say --format custom");
    }

    private static void CheckTarget(string dump, DumpFormat format)
    {
        if (format != DumpFormat.Directory && Directory.Exists(dump))
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the output {dump} is a folder, and a {format.ToString().ToLowerInvariant()} archive is a file: give a file name");
        if (format == DumpFormat.Directory && File.Exists(dump))
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the output {dump} is a file, and a directory archive is a folder: give another name");
        var isFilled = Directory.Exists(dump) && Directory.EnumerateFileSystemEntries(dump).Any();
        if (format == DumpFormat.Directory && isFilled && !File.Exists(Path.Combine(dump, "toc.dat")))
            throw new CiAnonException(DiagnosticCodes.OutputNotAFile, $"the output folder {dump} holds something else than a directory archive: give another name");
    }

    internal static void CheckFolder(string path)
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
