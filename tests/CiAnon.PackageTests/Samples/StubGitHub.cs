using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace CiAnon.PackageTests.Samples;

/// <summary>GitHub's artefacts in small: a list in pages, and archives that another server hands out.</summary>
internal sealed class StubGitHub : IDisposable
{
    public const string Token = "ghp_tokencanary0123456789";

    private readonly HttpListener _api = new();
    private readonly HttpListener _store = new();
    private readonly List<StubArtifact> _artifacts = [];

    public StubGitHub()
    {
        Address = Listen(_api, Api);
        StoreAddress = Listen(_store, Store);
    }

    public string Address { get; }

    private string StoreAddress { get; }

    /// <summary>What a client must not do, as it was seen.</summary>
    public List<string> Offences { get; } = [];

    public void Add(StubArtifact artifact) => _artifacts.Add(artifact);

    public void Dispose()
    {
        _api.Close();
        _store.Close();
    }

    private static string Listen(HttpListener listener, Action<HttpListenerContext> answer)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        listener.Prefixes.Add(address + "/");
        listener.Start();
        _ = Task.Run(async () =>
        {
            while (listener.IsListening)
            {
                HttpListenerContext context;
                try
                {
                    context = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
                answer(context);
                context.Response.Close();
            }
        });
        return address;
    }

    private void Api(HttpListenerContext context)
    {
        if (context.Request.Headers["Authorization"] != "Bearer " + Token)
        {
            context.Response.StatusCode = 401;
            return;
        }
        // The client is alive while it waits for this answer.
        foreach (var line in Directory.GetDirectories("/proc").Select(CommandLine).Where(line => line.Contains(Token, StringComparison.Ordinal))) Offences.Add(line);
        var path = context.Request.Url!.AbsolutePath;
        const string Repository = "/repos/org/shop";
        if (path == Repository) Write(context, new { default_branch = "main" });
        else if (path == Repository + "/actions/artifacts") Write(context, new { artifacts = Page(int.Parse(context.Request.QueryString["page"]!)) });
        else if (path.EndsWith("/artifacts", StringComparison.Ordinal))
            Write(context, new { artifacts = _artifacts.Where(artifact => artifact.Run == long.Parse(path.Split('/')[^2])).Select(artifact => artifact.Json()) });
        else if (path.StartsWith(Repository + "/actions/runs/", StringComparison.Ordinal))
            Write(context, new { conclusion = _artifacts.First(artifact => artifact.Run == long.Parse(path.Split('/')[^1])).Conclusion });
        else if (path.EndsWith("/zip", StringComparison.Ordinal)) context.Response.Redirect($"{StoreAddress}/{path.Split('/')[^2]}");
        else context.Response.StatusCode = 404;
    }

    private void Store(HttpListenerContext context)
    {
        if (context.Request.Headers["Authorization"] is { } header) Offences.Add(header);
        context.Response.OutputStream.Write(_artifacts.Single(artifact => artifact.Id == long.Parse(context.Request.Url!.AbsolutePath[1..])).Zip);
    }

    // Two to a page, so that a client has to turn it.
    private IEnumerable<object> Page(int page) => _artifacts.Skip((page - 1) * 2).Take(2).Select(artifact => artifact.Json());

    private static void Write(HttpListenerContext context, object answer) => context.Response.OutputStream.Write(JsonSerializer.SerializeToUtf8Bytes(answer));

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
