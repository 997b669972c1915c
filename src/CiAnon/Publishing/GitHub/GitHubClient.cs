using System.Globalization;
using System.Net;
using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub.Json;
using Octokit;
using Release = CiAnon.Publishing.GitHub.Json.Release;
using ReleaseAsset = CiAnon.Publishing.GitHub.Json.ReleaseAsset;

namespace CiAnon.Publishing.GitHub;

/// <summary>
/// GitHub's REST API for one repository, as far as artefacts, releases and checks need it: Octokit's calls and models, and its connection
/// with models of ours where its own have no room for what GitHub says (docs/dependencies.md).
/// </summary>
public sealed class GitHubClient : IDisposable
{
    private const int PageSize = 100;
    private const int MostPages = 1000;

    private readonly GitHubAddress _address;
    private readonly RepositoryName _repository;
    private readonly GitHubConnection _network;
    private readonly OctokitCalls _calls;

    /// <param name="token">Null to ask as anybody may.</param>
    /// <param name="time">Waits go by it.</param>
    /// <param name="handler">What carries requests; null for the network.</param>
    public GitHubClient(GitHubAddress address, RepositoryName repository, Secret? token, TimeProvider? time = null, HttpMessageHandler? handler = null)
    {
        (_address, _repository, Time) = (address, repository, time ?? TimeProvider.System);
        _network = new GitHubConnection(address, token, Time, handler);
        _calls = new OctokitCalls(address, _network);
    }

    internal TimeProvider Time { get; }

    internal RepositoryInfo Repository(CancellationToken ct)
    {
        var repository = Demand(GitHubOperations.GetRepository, connection => new Octokit.GitHubClient(connection).Repository.Get(_repository.Owner, _repository.Name), ct);
        return new RepositoryInfo(repository.FullName, repository.Private, repository.Visibility?.ToString().ToLowerInvariant());
    }

    internal CheckRun CreateCheckRun(NewCheckRun run, CancellationToken ct) =>
        Demand(GitHubOperations.CreateCheckRun, connection => new Octokit.GitHubClient(connection).Check.Run.Create(_repository.Owner, _repository.Name, run), ct);

    internal void UpdateCheckRun(long id, CheckRunUpdate change, CancellationToken ct) =>
        Demand(GitHubOperations.UpdateCheckRun, connection => new Octokit.GitHubClient(connection).Check.Run.Update(_repository.Owner, _repository.Name, id, change), ct);

    /// <summary>The release of a tag, or else a draft for it; null when there is none.</summary>
    internal Release? FindRelease(string tag, CancellationToken ct)
    {
        var reply = _calls.Try(GitHubOperations.GetReleaseByTag, connection => Body(connection.Get<Release>(Address(GitHubOperations.GetReleaseByTag, tag), null)), out var release, ct);
        return reply.Status is HttpStatusCode.NotFound ? Releases(ct).FirstOrDefault(other => other.Draft && other.TagName == tag) : Success(reply, release);
    }

    internal Release CreateRelease(NewRelease release, CancellationToken ct) =>
        Demand(GitHubOperations.CreateRelease, connection => Body(connection.Post<Release>(Address(GitHubOperations.CreateRelease), release, null, null, ct)), ct);

    internal Release UpdateRelease(long id, ReleaseUpdate change, CancellationToken ct) =>
        Demand(GitHubOperations.UpdateRelease, connection => Body(connection.Patch<Release>(Address(GitHubOperations.UpdateRelease, Text(id)), change)), ct);

    internal IEnumerable<ReleaseAsset> Assets(long releaseId, CancellationToken ct) =>
        Pages<IReadOnlyList<ReleaseAsset>, ReleaseAsset>(GitHubOperations.ListAssets, "", page => page, ct, Text(releaseId));

    /// <summary>Sends a file once. Whether it arrived is for the caller to find out.</summary>
    internal GitHubReply UploadAsset(Release release, string name, ReleaseFile file, out ReleaseAsset? asset, CancellationToken ct)
    {
        var address = UploadAddress(release, name, file.Label);
        using var content = File.OpenRead(file.Path);
        return _calls.Try(GitHubOperations.UploadAsset, connection => Body(connection.Post<ReleaseAsset>(address, content, null, "application/octet-stream", ct)), out asset, ct, file.TimeLimit);
    }

    internal CiAnonException Failure(GitHubReply reply) => GitHubFailure.Of(reply, _network.Token);

    internal ReleaseAsset RenameAsset(long id, string name, CancellationToken ct) =>
        Demand(GitHubOperations.UpdateAsset, connection => Body(connection.Patch<ReleaseAsset>(Address(GitHubOperations.UpdateAsset, Text(id)), new ReleaseAssetUpdate(name))), ct);

    /// <returns>False when it was gone already.</returns>
    internal bool DeleteAsset(long id, CancellationToken ct) =>
        Delete(GitHubOperations.DeleteAsset, connection => connection.Delete(Address(GitHubOperations.DeleteAsset, Text(id))), ct);

    internal IEnumerable<ActionsArtifact> Artifacts(string name, CancellationToken ct) =>
        Pages<ArtifactPage, ActionsArtifact>(GitHubOperations.ListArtifacts, $"name={Uri.EscapeDataString(name)}&", page => page.Artifacts, ct);

    /// <returns>False when it was gone already.</returns>
    internal bool DeleteArtifact(long id, CancellationToken ct) =>
        Delete(GitHubOperations.DeleteArtifact, connection => new Octokit.GitHubClient(connection).Actions.Artifacts.DeleteArtifact(_repository.Owner, _repository.Name, id), ct);

    internal void Sleep(TimeSpan time, CancellationToken ct) => _network.Sleep(time, ct);

    public void Dispose() => _network.Dispose();

    private IEnumerable<Release> Releases(CancellationToken ct) =>
        Pages<IReadOnlyList<Release>, Release>(GitHubOperations.ListReleases, "", page => page, ct);

    private T Demand<T>(GitHubOperation operation, Func<Connection, Task<T>> ask, CancellationToken ct)
        where T : class
    {
        var reply = _calls.Try(operation, ask, out var result, ct);
        return Success(reply, result);
    }

    private T Success<T>(GitHubReply reply, T? result) => reply.IsSuccess ? result ?? throw reply.Unreadable() : throw Failure(reply);

    private bool Delete(GitHubOperation operation, Func<Connection, Task> ask, CancellationToken ct)
    {
        var reply = _calls.Try(operation, Done, out _, ct);
        if (reply.Status is HttpStatusCode.NotFound) return false;
        return reply.IsSuccess ? true : throw Failure(reply);

        async Task<string> Done(Connection connection)
        {
            await ask(connection).ConfigureAwait(false);
            return "";
        }
    }

    private IEnumerable<T> Pages<TPage, T>(GitHubOperation operation, string query, Func<TPage, IReadOnlyList<T>> items, CancellationToken ct, params IEnumerable<string> values)
        where TPage : class
    {
        var address = new Uri($"{Address(operation, values)}?{query}per_page={PageSize}");
        for (var page = 1; page <= MostPages; page++)
        {
            var from = address;
            var reply = _calls.Try(operation, connection => Body(connection.Get<TPage>(from, null)), out var result, ct);
            foreach (var item in items(Success(reply, result))) yield return item;
            if (reply.Next is not { } next) yield break;
            if (!_address.IsTrusted(next)) throw new CiAnonException(DiagnosticCodes.GitHubUntrusted, $"{operation.Method} {operation.Path} has its next page on another host");
            address = next;
        }
        throw new CiAnonException(DiagnosticCodes.GitHubAnswerUnknown, $"{operation.Method} {operation.Path} has more than {MostPages} pages");
    }

    private static async Task<T> Body<T>(Task<IApiResponse<T>> response) => (await response.ConfigureAwait(false)).Body;

    private Uri Address(GitHubOperation operation, params IEnumerable<string> values) => _address.Of(operation, [_repository.Owner, _repository.Name, .. values]);

    // The release says where its files go: on another host than the API.
    private Uri UploadAddress(Release release, string name, string label)
    {
        var template = release.UploadUrl.IndexOf('{', StringComparison.Ordinal) is var end and >= 0 ? release.UploadUrl[..end] : release.UploadUrl;
        if (!Uri.TryCreate(template, UriKind.Absolute, out var address) || !_address.IsTrusted(address))
            throw new CiAnonException(DiagnosticCodes.GitHubUntrusted, "the release's upload_url is on a host that doesn't belong to GITHUB_API_URL");
        return new Uri($"{address.GetLeftPart(UriPartial.Path)}?name={Uri.EscapeDataString(name)}&label={Uri.EscapeDataString(label)}");
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
