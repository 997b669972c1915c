using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>A server that keeps releases, artefacts and check runs as GitHub does, and answers with GitHub's own examples, filled in.</summary>
internal sealed partial class FakeGitHub : IDisposable
{
    public const string Token = "ghs_canary0123456789";

    private readonly HttpListener _listener = new();
    private long _id = 100;

    public FakeGitHub()
    {
        Port = PrismProxy.FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public int Port { get; }

    /// <summary>Where clients come in, which the addresses in answers name.</summary>
    public string PublicAddress { get; set; } = "";

    public string Visibility { get; set; } = "private";

    public List<JsonObject> Releases { get; } = [];

    public List<(long Release, JsonObject Asset, byte[] Content)> Assets { get; } = [];

    public List<JsonObject> Artifacts { get; } = [];

    public List<JsonObject> CheckRuns { get; } = [];

    /// <summary>Method and path of every request, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Asked before a request is carried out; a status is the answer then.</summary>
    public Func<string, int?> Refuse { get; set; } = _ => null;

    /// <summary>What becomes of an uploaded file on its way.</summary>
    public Func<byte[], byte[]> OnTheWay { get; set; } = content => content;

    /// <summary>Told the asset that was made of an uploaded file; a status is the answer then.</summary>
    public Func<JsonObject, int?> AfterUpload { get; set; } = _ => null;

    public void Reset()
    {
        (Visibility, Refuse, OnTheWay, AfterUpload) = ("private", _ => null, content => content, _ => null);
        Releases.Clear();
        Assets.Clear();
        Artifacts.Clear();
        CheckRuns.Clear();
        Requests.Clear();
    }

    public JsonObject AddRelease(string tag, bool draft, string body = "")
    {
        var release = GitHubDescription.Example("release");
        (release["id"], release["tag_name"], release["draft"], release["body"]) = (++_id, tag, draft, body);
        release["upload_url"] = $"{PublicAddress}/repos/acme/shop/releases/{_id}/assets{{?name,label}}";
        Releases.Add(release);
        return release;
    }

    public JsonObject AddAsset(long release, string name, string? label, byte[] content, DateTimeOffset? createdAt = null)
    {
        var asset = GitHubDescription.Example("release-asset");
        (asset["id"], asset["name"], asset["label"], asset["state"], asset["size"]) = (++_id, name, label, "uploaded", content.Length);
        asset["digest"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
        asset["created_at"] = Time(createdAt ?? DateTimeOffset.UtcNow);
        Assets.Add((release, asset, content));
        return asset;
    }

    public void AddArtifact(string name, long run, int daysAgo, string branch = "main", long repository = 1, bool expired = false)
    {
        var artifact = GitHubDescription.Example("artifact-paginated")["artifacts"]![0]!.DeepClone().AsObject();
        (artifact["id"], artifact["name"], artifact["expired"]) = (++_id, name, expired);
        artifact["created_at"] = Time(DateTimeOffset.UtcNow.AddDays(-daysAgo).AddHours(-1));
        artifact["workflow_run"] = new JsonObject { ["id"] = run, ["repository_id"] = 1, ["head_repository_id"] = repository, ["head_branch"] = branch, ["head_sha"] = new string('a', 40) };
        Artifacts.Add(artifact);
    }

    public void Dispose() => _listener.Close();

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");

    private void Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(_listener.GetContext());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // A client that left, or the end.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var content = new MemoryStream();
        context.Request.InputStream.CopyTo(content);
        var address = context.Request.RawUrl!.Split('?')[0];
        var request = $"{context.Request.HttpMethod} {address}";
        Requests.Add(request);
        var (status, body, next) = context.Request.Headers["Authorization"] != $"Bearer {Token}" ? (401, Refusal("Bad credentials"), null)
            : Refuse(request) is { } refused ? (refused, Refusal("Resource not accessible by integration"), null)
            : Route(context.Request, request, content.ToArray());
        context.Response.StatusCode = status;
        context.Response.Headers["x-github-request-id"] = "0A:1B:2C";
        if (next is not null) context.Response.Headers["Link"] = $"<{next}>; rel=\"next\"";
        if (body is not null)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(body.ToJsonString()));
        }
        context.Response.Close();
    }

    private (int Status, JsonNode? Body, string? Next) Route(HttpListenerRequest request, string line, byte[] content)
    {
        var match = Pattern().Match(line);
        var id = long.TryParse(match.Groups["id"].Value, out var number) ? number : 0;
        var what = $"{match.Groups["what"].Value}{(match.Groups["id"].Success ? "/#" : "")}{match.Groups["rest"].Value}";
        return (match.Groups["method"].Value, what) switch
        {
            ("GET", "") => (200, Repository(), null),
            ("POST", "/check-runs") => (201, CheckRun(content, CheckRuns), null),
            ("PATCH", "/check-runs/#") => (200, CheckRun(content, CheckRuns), null),
            ("GET", "/releases") => (200, List(Releases), null),
            ("POST", "/releases") => (201, Create(Parse(content)), null),
            ("GET", "/releases/tags/#") => Found(Releases.Find(release => (string)release["tag_name"]! == Uri.UnescapeDataString(match.Groups["id"].Value) && !(bool)release["draft"]!)),
            ("PATCH", "/releases/#") => Found(Change(Releases.Find(release => (long)release["id"]! == id), Parse(content))),
            ("GET", "/releases/#/assets") => (200, List(Assets.Where(asset => asset.Release == id).Select(asset => asset.Asset)), null),
            ("POST", "/releases/#/assets") => Upload(id, request.QueryString["name"]!, request.QueryString["label"], OnTheWay(content)),
            ("PATCH", "/releases/assets/#") => Found(Change(Assets.Find(asset => (long)asset.Asset["id"]! == id).Asset, Parse(content))),
            ("DELETE", "/releases/assets/#") => Gone(Assets.RemoveAll(asset => (long)asset.Asset["id"]! == id)),
            ("GET", "/actions/artifacts") => Page(Artifacts.Where(artifact => (string)artifact["name"]! == request.QueryString["name"]).ToList(), request),
            ("DELETE", "/actions/artifacts/#") => Gone(Artifacts.RemoveAll(artifact => (long)artifact["id"]! == id)),
            _ => (404, Refusal("Not Found"), null),
        };
    }

    private JsonObject Repository()
    {
        var repository = GitHubDescription.Example("full-repository-default-response");
        // The example lacks what the schema next to it demands of them.
        foreach (var part in new[] { "template_repository", "parent", "source" }) repository.Remove(part);
        (repository["language"], repository["full_name"], repository["visibility"], repository["private"]) = ("C#", "acme/shop", Visibility, Visibility != "public");
        return repository;
    }

    private static JsonObject CheckRun(byte[] content, List<JsonObject> all)
    {
        all.Add(Parse(content));
        return GitHubDescription.Example("check-run");
    }

    private JsonObject Create(JsonObject asked)
    {
        var release = AddRelease((string)asked["tag_name"]!, (bool)asked["draft"]!, (string)asked["body"]!);
        return Change(release, asked)!.DeepClone().AsObject();
    }

    private (int, JsonNode?, string?) Upload(long release, string name, string? label, byte[] content)
    {
        if (Assets.Exists(asset => asset.Release == release && (string)asset.Asset["name"]! == name)) return (422, null, null);
        var asset = AddAsset(release, name, label, content);
        return AfterUpload(asset) is { } status ? (status, null, null) : (201, asset.DeepClone(), null);
    }

    private static JsonObject? Change(JsonObject? kept, JsonObject change)
    {
        if (kept is null) return null;
        foreach (var (name, value) in change.Where(pair => pair.Key != "make_latest")) kept[name] = value?.DeepClone();
        return kept;
    }

    private (int, JsonNode?, string?) Page(List<JsonObject> all, HttpListenerRequest request)
    {
        var (size, page) = (int.Parse(request.QueryString["per_page"]!), int.Parse(request.QueryString["page"] ?? "1"));
        var body = new JsonObject { ["total_count"] = all.Count, ["artifacts"] = List(all.Skip((page - 1) * size).Take(size)) };
        return (200, body, all.Count > page * size ? $"{PublicAddress}/repos/acme/shop/actions/artifacts?name={request.QueryString["name"]}&per_page={size}&page={page + 1}" : null);
    }

    private static JsonArray List(IEnumerable<JsonObject> items) => [.. items.Select(item => item.DeepClone())];

    private static (int, JsonNode?, string?) Found(JsonObject? body) => body is null ? (404, Refusal("Not Found"), null) : (200, body.DeepClone(), null);

    private static (int, JsonNode?, string?) Gone(int count) => count > 0 ? (204, null, null) : (404, Refusal("Not Found"), null);

    private static JsonObject Parse(byte[] content) => JsonNode.Parse(content)!.AsObject();

    private static JsonObject Refusal(string message) => new() { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest" };

    [GeneratedRegex(@"\A(?<method>[A-Z]+) /repos/acme/shop(?<what>/releases/tags(?=/)|(?:/[a-z-]+)*)(?:/(?<id>[0-9]+|(?<=/tags/)[^/]+))?(?<rest>(?<=[0-9])/assets)?\z")]
    private static partial Regex Pattern();
}
