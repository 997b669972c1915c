using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Policies;
using CiAnon.Publishing;
using CiAnon.Publishing.Encryption;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Stages;
using CiAnon.Stages.Guarding;
using CiAnon.Tables;
using CiAnon.Verification;
using CiAnon.Verification.Anonymity;
using CiAnon.Verification.Comparison;

namespace CiAnon;

/// <summary>The archive that a run makes: written under a name that says that it isn't proven, read from front to back, and sealed.</summary>
internal sealed class RunArchive(AnonymizeOptions options, RunOutput output, RunState run, SandboxGuard? guard, IRunObserver observer, CancellationToken cancellation)
{
    private ArchiveDigest? _proven;

    // What will be encrypted, or is never published, lies in the sandbox's private folder, which goes with the run, and never beside the output.
    private string Path => output.Encryption is null && output.Paths is { } paths ? paths.PartialDump : System.IO.Path.Combine(run.Sandbox.Directory, "anonymized.partial");

    /// <exception cref="CiAnonException">CIANON3008: the dump can't be written as the options say.</exception>
    public static void Require(AnonymizeOptions options, RunOutput output, Dump dump) => DumpWriter.Require(dump, Format(options, dump), Compression(options, output, dump));

    /// <exception cref="CiAnonException">CIANON3014, CIANON4007: it can't fit where it goes, or the tables can't where the sandbox lies.</exception>
    public void RequireRoom()
    {
        var paths = output.Encryption is null ? output.Paths : null;
        if (options.LentSandbox is null) RunRoom.RequireForSandbox(run, paths is null ? run.Dump.ContentBytes : 0, observer);
        if (paths is null) return;
        var isOfSameForm = options.Compression is null && run.Dump.Format != DumpFormat.Plain && Format(options, run.Dump) == run.Dump.Format;
        RunRoom.RequireForOutput(run, System.IO.Path.GetDirectoryName(paths.PartialDump)!, isOfSameForm, observer);
    }

    /// <summary>In one pass: what PostgreSQL needn't see goes in straight from the dump, and the rest when PostgreSQL has seen it.</summary>
    public void Make(RowLoad load)
    {
        Claim();
        options.Beside?.Begin(run.Dump);
        using var writer = Create();
        load.Run(run.Schema.PostDataEntries(), new ArchiveBackup(run, writer, options.Beside));
        options.Beside?.End();
        writer.Complete();
    }

    /// <summary>Others worked on the sandbox: what it holds now is what is written.</summary>
    public void MakeOfSandbox(SandboxGuard watched)
    {
        Claim();
        observer.TablesPlanned(RunStage.Backup, [.. run.Tables.Where(task => task.IsRewritten).Select(task => RowLoad.Work(task, run.Dump.IsLive))]);
        if (watched.Declared == SandboxChanges.Schema)
        {
            new SchemaBackup(run).Write(Path, Format(options, run.Dump), Compression(options, output, run.Dump), options.Jobs);
        }
        else
        {
            if (watched.Declared == SandboxChanges.Rows) run.MovedSequences = SequenceValues.Moved(run);
            using var writer = Create();
            new ArchiveBackup(run, writer).WriteLoaded(options.Jobs,
                (task, rows, bytes, finished) => observer.TableProgress(RunStage.Backup, task.Name, rows, bytes, finished), cancellation);
            writer.Complete();
        }
        watched.RequireUnchanged("while the backup was taken");
    }

    /// <summary>The bytes that will be published, once, from front to back: whole, as they were written, and nothing of the originals in them.</summary>
    /// <exception cref="CiAnonException">CIANON5nnn: they aren't.</exception>
    public void Read(RunStage stage)
    {
        observer.TablesPlanned(stage, [.. run.Tables.Select(task => RowLoad.Work(task, run.Dump.IsLive))]);
        observer.Activity(stage, "reading the archive from front to back");
        void Tell(TableTask task, long rows, long bytes, bool finished) => observer.TableProgress(stage, task.Name, rows, bytes, finished);
        using var written = Open();
        var read = guard?.Declared == SandboxChanges.Schema
            ? new SchemaBackup(run).Prove(written, options.Jobs, Tell, cancellation)
            : new RestorableCheck(run, written).Run(options.Jobs, Tell, cancellation);
        run.Checks = [.. run.Checks, run.Scan.Residual(options.Part?.Originals is null ? OriginalRows.Of(run) : [], run.Policy, options.Jobs, cancellation), run.Scan.Patterns(run.Policy), read];
        run.Checks = AnonymityCheck.Complete(run);
        // What is allowed in all databases of a cluster needn't be found in each.
        foreach (var allowance in options.Part is null ? Allowances.Unused(run.Policy, run.Checks) : []) observer.Notice(Allowances.AllowsNothing(allowance));
        run.StopOnViolations();
        _proven = written.ComputeDigest(cancellation);
        if (!NeedsRestoreProof()) return;
        observer.Activity(stage, "restoring the archive into a second database");
        run.Checks = RestoreProof.Of(run, written).Extend(run.Checks, options.Jobs, cancellation);
        run.StopOnViolations();
    }

    /// <summary>The proven archive as it is published, encrypted where the options say so; from here on it survives us.</summary>
    public (ArchiveSection Output, IReadOnlyList<FileDigest> Files) Seal()
    {
        var proven = _proven ?? throw new InvalidOperationException("what is published was read before");
        ArchiveSection section;
        using (var written = Open()) section = ReportWriter.Archive(written, output.Paths!.ClearName, proven.Sha256);
        if (output.Encryption is { } encryption)
        {
            observer.Activity(RunStage.Backup, "encrypting the archive");
            section = Encrypt(section, encryption, Path, output.Paths, cancellation);
        }
        run.Sandbox.KeepAll();
        return (section, proven.Files);
    }

    /// <summary>The proven archive as it is, into something larger.</summary>
    /// <exception cref="CiAnonException">CIANON5004: it isn't what was proven any more.</exception>
    public ArchiveSection CopyTo(Stream target, string name)
    {
        var proven = _proven ?? throw new InvalidOperationException("what is published was read before");
        ArchiveSection section;
        using (var written = Open()) section = ReportWriter.Archive(written, name, proven.Sha256);
        using var file = File.OpenRead(Path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        for (var count = file.Read(buffer); count > 0; count = file.Read(buffer))
        {
            hash.AppendData(buffer, 0, count);
            target.Write(buffer, 0, count);
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != proven.Sha256) throw new CiAnonException(DiagnosticCodes.NotRestorable, $"what was made of {name} changed after it was proven");
        return section;
    }

    /// <summary>Only the encrypted archive lies beside the output; the one in clear goes.</summary>
    public static ArchiveSection Encrypt(ArchiveSection section, Encrypter encryption, string clear, OutputPaths paths, CancellationToken cancellation)
    {
        var encrypted = encryption.Encrypt(clear, paths.PartialDump, section.Sha256, cancellation);
        File.Delete(clear);
        return section with
        {
            Encryption = new EncryptionSection(encryption.Format.Name, paths.Name, encrypted.Bytes, encrypted.Sha256, encryption.Identifiers),
        };
    }

    private DumpWriter Create() => DumpWriter.Create(run.Dump, Path, Format(options, run.Dump), Compression(options, output, run.Dump), sequences: run.MovedSequences);

    private Dump Open() => DumpSource.Open(Path, input: null, options.WorkDirectory, cancellation, int.MaxValue);

    // From here on something lies beside the output that nobody has proven: however we end, it goes.
    private void Claim()
    {
        if (output.Paths is not { } paths) return;
        output.Claim();
        run.Sandbox.RemoveWithUs(paths.PartialDump);
        run.Sandbox.RemoveWithUs(paths.LockFile);
    }

    // Rows of hooks may have come in behind the constraints' back: PostgreSQL shall create them once more. The proof of a changed schema restores anyway.
    private bool NeedsRestoreProof() => guard?.Declared != SandboxChanges.Schema && (run.Policy.Proof == ProofMode.Restore || guard is { Seen.IsNone: false });

    private static DumpFormat Format(AnonymizeOptions options, Dump dump) => options.Format ?? dump.Format;

    private static CompressionChoice Compression(AnonymizeOptions options, RunOutput output, Dump dump) => options.Compression ?? Format(options, dump) switch
    {
        DumpFormat.Tar => CompressionChoice.None,
        // Replaced in place, a dump stays as it is compressed, whatever its name says.
        DumpFormat.Plain => (options.InPlace ? null : CompressionChoice.NamedBy(output.Paths?.ClearName ?? "")) ?? CompressionChoice.Like(dump.Wrapping),
        _ => CompressionChoice.Like(dump.IsLive ? Dumps.Compressing.Compression.Gzip : dump.Header.Compression),
    };
}
