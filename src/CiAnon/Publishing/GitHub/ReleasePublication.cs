using CiAnon.Diagnostics;
using Octokit;
using Release = CiAnon.Publishing.GitHub.Json.Release;
using ReleaseAsset = CiAnon.Publishing.GitHub.Json.ReleaseAsset;

namespace CiAnon.Publishing.GitHub;

/// <summary>
/// Puts a proven dump and its report on the release of a tag. The new files are safely up before the old ones go, and whenever a report is
/// there, so is the dump that it speaks of.
/// </summary>
/// <param name="tell">Told what happened, a line at a time.</param>
public sealed class ReleasePublication(GitHubClient client, Action<string> tell)
{
    // Tells our drafts from other people's, which nobody wants published by us.
    private const string Mark = "<!-- made by ci-anon -->";

    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <param name="tag">Is made where it doesn't exist.</param>
    /// <param name="reportPath">What the run wrote.</param>
    /// <param name="dumpPath">Null for the report's name for it, in the report's folder.</param>
    /// <param name="gate">Called once the artefact is proven, before anything is sent.</param>
    /// <exception cref="CiAnonException">CIANON6001 to 6012.</exception>
    public void Run(string tag, string reportPath, string? dumpPath, Action gate, CancellationToken ct)
    {
        var artefact = ProvenArtefact.Open(reportPath, dumpPath, ct);
        gate();
        var release = Find(tag, ct) ?? Create(tag, ct);
        var there = client.Assets(release.Id, ct).ToList();
        RemoveAbandoned(there, ct);
        var (dump, report) = Upload(release, artefact, ct);
        Replace(there, artefact, dump, report, ct);
        Publish(release, ct);
    }

    private Release? Find(string tag, CancellationToken ct)
    {
        var release = client.FindRelease(tag, ct);
        return release is { Immutable: true, Draft: false }
            ? throw new CiAnonException(DiagnosticCodes.NotReleasable, $"the release of {tag} is immutable: give every run a tag of its own")
            : release;
    }

    // A draft first: what everybody sees is complete from the start, and a release that will be immutable can still be filled.
    private Release Create(string tag, CancellationToken ct)
    {
        var body = $"{Mark}\nAn anonymized dump and its compliance report. `ci-anon report NAME.report.json --verify` proves that they belong together.\n";
        return client.CreateRelease(new NewRelease(tag) { Name = tag, Body = body, Draft = true, Prerelease = true, MakeLatest = MakeLatestQualifier.False }, ct);
    }

    private (ReleaseAsset Dump, ReleaseAsset Report) Upload(Release release, ProvenArtefact artefact, CancellationToken ct)
    {
        var dump = new AssetUpload(client, release, artefact.Dump);
        var report = new AssetUpload(client, release, artefact.Report);
        try
        {
            return (dump.Run(ct), report.Run(ct));
        }
        catch (Exception exception) when (exception is CiAnonException or OperationCanceledException or IOException)
        {
            Undo(dump);
            Undo(report);
            throw;
        }
    }

    // Whoever cancels doesn't want half of it left.
    private void Undo(AssetUpload upload)
    {
        try
        {
            upload.Undo(CancellationToken.None);
        }
        catch (CiAnonException trouble)
        {
            tell($"what was uploaded could not be removed, and goes with the next release of the tag: {trouble.Diagnostics[0].Message}");
        }
    }

    private void Replace(List<ReleaseAsset> there, ProvenArtefact artefact, ReleaseAsset dump, ReleaseAsset report, CancellationToken ct)
    {
        // The old report first: it must not stand beside another dump.
        Remove(there, artefact.Report.Name, ct);
        Remove(there, artefact.Dump.Name, ct);
        client.RenameAsset(dump.Id, artefact.Dump.Name, ct);
        client.RenameAsset(report.Id, artefact.Report.Name, ct);
        foreach (var (file, asset) in new[] { (artefact.Dump, dump), (artefact.Report, report) })
            tell($"released {file.Name}: {file.Bytes} bytes, {(asset.Digest is null ? "the server gives no digest to compare" : $"SHA-256 {file.Sha256}")}");
    }

    private void Publish(Release release, CancellationToken ct)
    {
        if (!release.Draft)
        {
            tell($"on {release.HtmlUrl}");
            return;
        }
        if (release.Body?.StartsWith(Mark, StringComparison.Ordinal) != true)
        {
            tell($"on a draft that somebody else made, and that stays one: {release.HtmlUrl}");
            return;
        }
        tell($"on {client.UpdateRelease(release.Id, new ReleaseUpdate { Draft = false, Prerelease = true, MakeLatest = MakeLatestQualifier.False }, ct).HtmlUrl}");
    }

    // A run that was killed left them; a day later it isn't busy any more.
    private void RemoveAbandoned(List<ReleaseAsset> there, CancellationToken ct)
    {
        var old = client.Time.GetUtcNow() - Abandoned;
        foreach (var asset in there.Where(asset => (asset.IsDump || asset.IsReport) && asset.Name.EndsWith(AssetUpload.Suffix, StringComparison.Ordinal) && asset.CreatedAt < old))
            client.DeleteAsset(asset.Id, ct);
    }

    private void Remove(List<ReleaseAsset> there, string name, CancellationToken ct)
    {
        foreach (var asset in there.Where(asset => asset.Name == name)) client.DeleteAsset(asset.Id, ct);
    }
}
