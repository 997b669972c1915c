using CiAnon.Dumps.Compressing;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;

namespace CiAnon.Clusters;

/// <summary>The output of a run over a cluster: one script of the parts that were proven, and one report.</summary>
/// <param name="parts">Those that are done.</param>
internal sealed class ClusterBackup(AnonymizeOptions options, RunOutput output, ClusterSource source, IReadOnlyList<SpooledPart> parts, DateTimeOffset startedAt, CancellationToken cancellation)
{
    /// <summary>Puts them together under the output's partial name, encrypted where the options say so, and proves the whole.</summary>
    /// <param name="last">The run of the last part, which isn't over.</param>
    public ArchiveSection Seal(AnonymizationRun last)
    {
        var paths = output.Paths!;
        var archive = new ClusterArchive(source.Script, source.Globals, parts);
        // What will be encrypted never lies beside the output in clear.
        var clear = output.Encryption is null ? paths.PartialDump : Path.Combine(last.PrivateFolder, "cluster.partial");
        var choice = options.Compression ?? (options.InPlace ? null : CompressionChoice.NamedBy(paths.ClearName)) ?? CompressionChoice.Like(source.Bytes.Wrapping);
        archive.Write(clear, choice);
        var sha256 = archive.Prove(clear, options.WorkDirectory, cancellation);
        var section = parts[0].Report.Output! with { Name = paths.ClearName, Bytes = new FileInfo(clear).Length, Sha256 = sha256 };
        return output.Encryption is { } encryption ? RunArchive.Encrypt(section, encryption, clear, paths, cancellation) : section;
    }

    /// <param name="made">Null when a database failed.</param>
    /// <param name="stages">Of the whole, beside those of its parts.</param>
    /// <param name="failed">The database that did, and what its run says.</param>
    public ComplianceReport Report(ArchiveSection? made, IReadOnlyList<StageSection> stages, (string Database, ComplianceReport Report)? failed, Baseline? baseline)
    {
        List<(string Name, ComplianceReport Report)> done = [.. parts.Select(part => (part.Database, part.Report))];
        if (failed is { } last) done.Add((last.Database, last.Report));
        var input = done[0].Report.Input with
        {
            Name = Path.GetFileName(Path.GetFullPath(options.DumpPath)),
            Bytes = source.Bytes.StoredLength,
            Sha256 = source.Bytes.ComputeSha256(cancellation),
        };
        var report = new ClusterReport(source.Script, source.Choice, source.Globals, done).Make(startedAt, stages, input, made);
        return baseline is null ? report : report with { Drift = baseline.Compare(DriftState.Of(report)) };
    }
}
