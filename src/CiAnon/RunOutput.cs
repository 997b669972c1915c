using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Publishing.Encryption;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;

namespace CiAnon;

/// <summary>Where a run's artefact goes: checked before the first row is read, and the run's alone while something of it lies there.</summary>
internal sealed class RunOutput(AnonymizeOptions options, DateTimeOffset startedAt, CancellationToken cancellation) : IDisposable
{
    private OutputLock? _lock;
    private string? _copiedTo;
    private PreviousArtefact? _copies;

    /// <summary>Null until they are checked, and where only the plan is wanted.</summary>
    public OutputPaths? Paths { get; private set; }

    /// <summary>Null for an artefact in clear.</summary>
    public Encrypter? Encryption { get; private set; }

    /// <summary>Another run that is writing there is known now, what a killed one left goes, and what an earlier one left stands aside.</summary>
    public void Check(DumpFormat format)
    {
        var recipients = RecipientReader.Read(options.EncryptTo);
        if (options.OutputPath is null) return;
        Paths = OutputPaths.Check(options, options.Format ?? format, recipients is [var first, ..] ? first.Format : null);
        if (recipients.Count > 0) Encryption = new Encrypter(recipients, options.Environment("PATH"), cancellation);
        CheckCopies(Paths);
        Claim();
        var running = ReportJson.Write(new RunningReport
        {
            Tool = new ToolSection("ci-anon", ReportWriter.ToolVersion),
            StartedAt = startedAt,
            Ci = ReportWriter.Ci(CiContext.From(options.Environment)),
        });
        var isAside = Paths.Previous.SetAside(running) | (_copies?.SetAside(running) == true);
        // Where nothing lay there is nothing to guard before the backup, and a run that is killed leaves nothing.
        if (!isAside) Release();
    }

    /// <summary>Nobody else writes there until it is released.</summary>
    public void Claim() => _lock ??= Paths!.Lock();

    /// <summary>The report of a run that failed a check, wherever one of an earlier run would say something else.</summary>
    public void PublishFailure(byte[] report, IReadOnlyList<RenderedFile> rendered)
    {
        Claim();
        Paths!.PublishReport(report, rendered);
        if (_copiedTo is null) return;
        foreach (var file in rendered.Append(new RenderedFile(Paths.Report, report)).Select(file => file with { Path = Artifact.In(_copiedTo, file.Path) }))
        {
            if (File.Exists(file.Path)) file.Write();
        }
    }

    /// <summary>The run ended and published nothing: everything is as it was before.</summary>
    public void Stopped()
    {
        // Without the lock, what lies there is another run's.
        if (Paths is null || _lock is null) return;
        Paths.RemovePartials();
        Paths.Previous.PutBack();
        _copies?.PutBack();
    }

    /// <summary>Others may write there.</summary>
    public void Release()
    {
        _lock?.Dispose();
        _lock = null;
    }

    public void Dispose()
    {
        Release();
        Encryption?.Dispose();
    }

    private void CheckCopies(OutputPaths paths)
    {
        if (options.PublishDirectory is not { } folder || OutputPaths.IsSame(folder, Path.GetDirectoryName(paths.Dump)!)) return;
        var (report, others) = paths.CopiesIn(folder, options);
        _copiedTo = folder;
        _copies = new PreviousArtefact(report, others);
    }
}
