using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Reporting;
using CiAnon.Sandboxes;

namespace CiAnon.Live;

/// <summary>
/// What a sync can go on from: the artefact of its source, complete and proven, and its report, in a private folder that is named after
/// both databases. Nothing of production is in it. It stays when a sync stops after its source was read, and goes with one that succeeds.
/// </summary>
internal sealed class SyncCheckpoint
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string OtherRun = "Leave --resume out, or say --force, to begin anew";

    private readonly string _folder;

    /// <param name="parent">The folder of such folders.</param>
    /// <param name="pair">What tells source and target from all others.</param>
    public SyncCheckpoint(string parent, params IEnumerable<string> pair)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', pair)));
        _folder = Path.GetFullPath(Path.Combine(parent, $"ci-anon-sync-{Convert.ToHexStringLower(digest)[..16]}"));
    }

    /// <summary>Where the artefact goes.</summary>
    public string Artefact => Path.Combine(_folder, "target.dump");

    /// <summary>Where the artefact's table of contents may lie while there is no artefact.</summary>
    public string Schema => Path.Combine(_folder, "target.toc");

    /// <summary>Whether a sync of this pair stopped after its source was read.</summary>
    public bool Exists => Directory.Exists(_folder) && File.Exists(Report) && File.Exists(Artefact);

    private string Report => Artefact + ".report.json";

    /// <summary>An empty folder, whatever lay there.</summary>
    public void Begin()
    {
        Remove();
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else Libc.MakePrivateDirectory(_folder);
    }

    public void Remove()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The report of what lies there, once it is told to be whole, ours, and what this run would make.</summary>
    /// <param name="key">Null for one that is random in every run.</param>
    /// <exception cref="CiAnonException">CIANON4050: it can't be gone on from.</exception>
    public ComplianceReport Read(string policySha256, RunKey? key, DateTimeOffset now, CancellationToken cancellation)
    {
        // What lies here is restored into a database: it must not be another user's.
        if (!IsOurs) throw Refused("its folder isn't this user's alone");
        if (ReadReport() is not { Status: ReportStatus.Passed, Output: { } output } report) throw Refused("its report is not that of a proven artefact");
        if (report.Tool.Version != ReportWriter.ToolVersion) throw Refused($"ci-anon {report.Tool.Version} left it, and this is {ReportWriter.ToolVersion}");
        if (report.Policy.Sha256 != policySha256) throw Refused("the policy has changed since");
        if (report.Key.Fingerprint != (key is { IsForgotten: false } ? key.Fingerprint : null)) throw Refused("it was made with another key");
        if (report.Retention.Until < DateOnly.FromDateTime(now.UtcDateTime)) throw Refused("the policy's retention is over");
        if (ArchiveDigest.Compute(Artefact, cancellation).Sha256 != output.Sha256) throw Refused("its artefact is damaged");
        return report;
    }

    private ComplianceReport? ReadReport()
    {
        try
        {
            return ReportJson.Read(File.ReadAllBytes(Report));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsOurs => OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(_folder) == Private && (Libc.OwnerOf(_folder) is { } owner ? owner == Libc.EffectiveUser() : !Libc.IsRoot));

    private CiAnonException Refused(string why) => new(DiagnosticCodes.CheckpointUnusable, $"{_folder}: {why}. {OtherRun}");
}
