using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Publishing.GitHub;

/// <summary>A file on its way to a release.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Label">What the release's page calls it; prune knows our files by it.</param>
internal sealed partial record ReleaseFile(string Path, string Sha256, long Bytes, string Label)
{
    public const string DumpLabel = "Anonymized dump (ci-anon)";
    public const string ReportLabel = "Compliance report (ci-anon)";

    // GitHub's limit: https://docs.github.com/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas
    private const long Limit = 2L * 1024 * 1024 * 1024;

    // A line as slow as this is as good as broken.
    private const long SlowestBytesPerSecond = 128 * 1024;

    public string Name => System.IO.Path.GetFileName(Path);

    public TimeSpan TimeLimit => TimeSpan.FromSeconds(100 + Bytes / SlowestBytesPerSecond);

    /// <exception cref="CiAnonException">CIANON6012: GitHub wouldn't take it as it is.</exception>
    public ReleaseFile Check()
    {
        if (Bytes >= Limit)
            throw new CiAnonException(DiagnosticCodes.NotReleasable, $"{Name} is too large: a file of a release has less than 2 GiB. Upload it as an artefact of the run, or to object storage");
        if (Bytes == 0)
            throw new CiAnonException(DiagnosticCodes.NotReleasable, $"{Name} is empty, and GitHub takes no empty file");
        if (!PlainName().IsMatch(Name))
            throw new CiAnonException(DiagnosticCodes.NotReleasable, $"{Name} would get another name from GitHub: use letters, digits and . _ - only, not beginning or ending with a dot");
        return this;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,180}[A-Za-z0-9_-])?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainName();
}
