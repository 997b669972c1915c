using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub.Json;

namespace CiAnon.Publishing.GitHub;

/// <summary>GitHub's REST API for one repository, as far as artefacts, releases and checks need it.</summary>
public sealed class GitHubClient : IDisposable
{
    private const int PageSize = 100;
    private const int MostPages = 1000;

    private readonly GitHubAddress _address;
    private readonly RepositoryName _repository;
    private readonly GitHubConnection _connection;

    /// <param name="token">Null to ask as anybody may.</param>
    /// <param name="time">Waits go by it.</param>
    /// <param name="handler">What carries requests; null for the network.</param>
    public GitHubClient(GitHubAddress address, RepositoryName repository, Secret? token, TimeProvider? time = null, HttpMessageHandler? handler = null)
    {
        (_address, _repository, Time) = (address, repository, time ?? TimeProvider.System);
        _connection = new GitHubConnection(address, token, Time, handler);
    }

    internal TimeProvider Time { get; }

    internal RepositoryInfo Repository(CancellationToken ct) => Demand(GitHubOperations.GetRepository, ct).Read(GitHubJson.Default.RepositoryInfo);

    internal CheckRun CreateCheckRun(NewCheckRun run, CancellationToken ct) =>
        Demand(GitHubOperations.CreateCheckRun, ct, Body(run, GitHubJson.Default.NewCheckRun)).Read(GitHubJson.Default.CheckRun);

    internal void UpdateCheckRun(long id, CheckRunChange change, CancellationToken ct) =>
        Demand(GitHubOperations.UpdateCheckRun, ct, Body(change, GitHubJson.Default.CheckRunChange), Text(id));

    /// <summary>The release of a tag, or else a draft for it; null when there is none.</summary>
    internal Release? FindRelease(string tag, CancellationToken ct) =>
        SendUnlessGone(GitHubOperations.GetReleaseByTag, tag, ct)?.Read(GitHubJson.Default.Release)
        ?? Releases(ct).FirstOrDefault(release => release.Draft && release.TagName == tag);

    internal Release CreateRelease(NewRelease release, CancellationToken ct) =>
        Demand(GitHubOperations.CreateRelease, ct, Body(release, GitHubJson.Default.NewRelease)).Read(GitHubJson.Default.Release);

    internal Release UpdateRelease(long id, ReleaseChange change, CancellationToken ct) =>
        Demand(GitHubOperations.UpdateRelease, ct, Body(change, GitHubJson.Default.ReleaseChange), Text(id)).Read(GitHubJson.Default.Release);

    internal IEnumerable<ReleaseAsset> Assets(long releaseId, CancellationToken ct) =>
        Pages(GitHubOperations.ListAssets, "", reply => reply.Read(GitHubJson.Default.IReadOnlyListReleaseAsset), ct, Text(releaseId));

    /// <summary>Sends a file once. Whether it arrived is for the caller to find out.</summary>
    internal GitHubReply UploadAsset(Release release, string name, ReleaseFile file, CancellationToken ct) =>
        _connection.Send(new GitHubCall(GitHubOperations.UploadAsset, UploadAddress(release, name, file.Label), () => Stream(file)) { TimeLimit = file.TimeLimit }, ct);

    internal CiAnonException Failure(GitHubReply reply) => GitHubFailure.Of(reply, _connection.Token);

    internal ReleaseAsset RenameAsset(long id, string name, CancellationToken ct) =>
        Demand(GitHubOperations.UpdateAsset, ct, Body(new AssetChange(name), GitHubJson.Default.AssetChange), Text(id)).Read(GitHubJson.Default.ReleaseAsset);

    /// <returns>False when it was gone already.</returns>
    internal bool DeleteAsset(long id, CancellationToken ct) => SendUnlessGone(GitHubOperations.DeleteAsset, Text(id), ct) is not null;

    internal IEnumerable<ActionsArtifact> Artifacts(string name, CancellationToken ct) =>
        Pages(GitHubOperations.ListArtifacts, $"name={Uri.EscapeDataString(name)}&", reply => reply.Read(GitHubJson.Default.ArtifactPage).Artifacts, ct);

    /// <returns>False when it was gone already.</returns>
    internal bool DeleteArtifact(long id, CancellationToken ct) => SendUnlessGone(GitHubOperations.DeleteArtifact, Text(id), ct) is not null;

    internal void Sleep(TimeSpan time, CancellationToken ct) => _connection.Sleep(time, ct);

    public void Dispose() => _connection.Dispose();

    private IEnumerable<Release> Releases(CancellationToken ct) =>
        Pages(GitHubOperations.ListReleases, "", reply => reply.Read(GitHubJson.Default.IReadOnlyListRelease), ct);

    private GitHubReply Demand(GitHubOperation operation, CancellationToken ct, Func<HttpContent>? body = null, params IEnumerable<string> values) =>
        _connection.Demand(new GitHubCall(operation, Address(operation, values), body), ct);

    private GitHubReply? SendUnlessGone(GitHubOperation operation, string value, CancellationToken ct)
    {
        var reply = _connection.Send(new GitHubCall(operation, Address(operation, [value])), ct);
        if (reply.Status is HttpStatusCode.NotFound) return null;
        return reply.IsSuccess ? reply : throw Failure(reply);
    }

    private IEnumerable<T> Pages<T>(GitHubOperation operation, string query, Func<GitHubReply, IReadOnlyList<T>> read, CancellationToken ct, params IEnumerable<string> values)
    {
        var address = new Uri($"{Address(operation, values)}?{query}per_page={PageSize}");
        for (var page = 1; page <= MostPages; page++)
        {
            var reply = _connection.Demand(new GitHubCall(operation, address), ct);
            foreach (var item in read(reply)) yield return item;
            if (reply.Next is not { } next) yield break;
            if (!_address.IsTrusted(next)) throw new CiAnonException(DiagnosticCodes.GitHubUntrusted, $"{operation.Method} {operation.Path} has its next page on another host");
            address = next;
        }
        throw new CiAnonException(DiagnosticCodes.GitHubAnswerUnknown, $"{operation.Method} {operation.Path} has more than {MostPages} pages");
    }

    private Uri Address(GitHubOperation operation, params IEnumerable<string> values) => _address.Of(operation, [_repository.Owner, _repository.Name, .. values]);

    // The release says where its files go: on another host than the API.
    private Uri UploadAddress(Release release, string name, string label)
    {
        var template = release.UploadUrl.IndexOf('{', StringComparison.Ordinal) is var end and >= 0 ? release.UploadUrl[..end] : release.UploadUrl;
        if (!Uri.TryCreate(template, UriKind.Absolute, out var address) || !_address.IsTrusted(address))
            throw new CiAnonException(DiagnosticCodes.GitHubUntrusted, "the release's upload_url is on a host that doesn't belong to GITHUB_API_URL");
        return new Uri($"{address.GetLeftPart(UriPartial.Path)}?name={Uri.EscapeDataString(name)}&label={Uri.EscapeDataString(label)}");
    }

    private static Func<HttpContent> Body<T>(T value, JsonTypeInfo<T> type) => () => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    private static StreamContent Stream(ReleaseFile file) => new(new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
    };

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
