using System.Security.Cryptography;
using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Publishing;
using CiAnon.Publishing.GitHub;
using CiAnon.Reporting;
using CiAnon.Tests.Reporting;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>Releases over a bad line: what arrived, what is left, what is sent again.</summary>
public sealed class UploadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-upload-").FullName;
    private readonly FakeGitHub _fake = new();
    private readonly InstantTime _time = new(DateTimeOffset.UtcNow);
    private readonly List<string> _told = [];
    private readonly byte[] _dump = RandomNumberGenerator.GetBytes(100_000);
    private readonly long _release;

    public UploadTests()
    {
        _fake.PublicAddress = $"http://127.0.0.1:{_fake.Port}";
        _release = (long)_fake.AddRelease("data", draft: false)["id"]!;
        _fake.AddAsset(_release, "anon.dump", null, "old"u8.ToArray());
        File.WriteAllBytes(In("anon.dump"), _dump);
        var passed = ReportSamples.Passed();
        var report = passed with { Output = passed.Output! with { Name = "anon.dump", Bytes = _dump.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(_dump)) } };
        File.WriteAllBytes(In("anon.report.json"), ReportJson.Write(report));
    }

    [Fact]
    public void Every_byte_arrives()
    {
        Run();
        Assert.Equal(_dump, Content("anon.dump"));
        Assert.Equal(File.ReadAllBytes(In("anon.report.json")), Content("anon.report.json"));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public void A_file_that_is_cut_on_its_way_leaves_the_old_one_and_nothing_else()
    {
        _fake.OnTheWay = content => content[..^1];
        Assert.Contains("99999 of 100000 bytes arrived", GitHubAssert.Fails(Run, DiagnosticCodes.UploadBroken), StringComparison.Ordinal);
        AssertOnlyOld();
        Assert.Equal(3, Uploads);
    }

    [Fact]
    public void A_file_that_is_changed_on_its_way_is_found_by_its_digest()
    {
        _fake.OnTheWay = content => [.. content.AsSpan(0, content.Length - 1), (byte)(content[^1] ^ 1)];
        Assert.Contains("SHA-256", GitHubAssert.Fails(Run, DiagnosticCodes.UploadBroken), StringComparison.Ordinal);
        AssertOnlyOld();
    }

    [Fact]
    public void A_file_that_arrived_before_the_line_broke_is_not_sent_again()
    {
        _fake.AfterUpload = _ => 502;
        Run();
        Assert.Equal(2, Uploads);
        Assert.Equal(_dump, Content("anon.dump"));
    }

    [Fact]
    public void Half_a_file_is_deleted_and_sent_again()
    {
        var isFirst = true;
        _fake.AfterUpload = asset =>
        {
            if (!isFirst) return null;
            isFirst = false;
            asset["state"] = "starter";
            return 502;
        };
        Run();
        Assert.Equal(3, Uploads);
        Assert.Equal(_dump, Content("anon.dump"));
        Assert.Equal(["anon.dump", "anon.report.json"], Names());
        Assert.Single(_time.Waits);
    }

    [Fact]
    public void A_line_that_stays_broken_ends_with_an_error_and_the_old_file()
    {
        _fake.Refuse = request => request.StartsWith("POST", StringComparison.Ordinal) ? 502 : null;
        Assert.Contains("POST /repos/{owner}/{repo}/releases/{release_id}/assets: GitHub answered 502", GitHubAssert.Fails(Run, DiagnosticCodes.GitHubUnreachable), StringComparison.Ordinal);
        AssertOnlyOld();
        Assert.Equal(3, Uploads);
    }

    [Fact]
    public void A_report_that_fails_takes_the_dump_back_with_it()
    {
        _fake.Refuse = request => request.StartsWith("POST", StringComparison.Ordinal) && Uploads > 1 ? 400 : null;
        GitHubAssert.Fails(Run, DiagnosticCodes.GitHubRefused);
        AssertOnlyOld();
    }

    [Fact]
    public void A_server_without_digests_is_told_of()
    {
        _fake.AfterUpload = asset =>
        {
            asset["digest"] = null;
            return null;
        };
        Run();
        Assert.Contains("released anon.dump: 100000 bytes, the server gives no digest to compare", _told);
    }

    [Fact]
    public void An_upload_goes_to_no_host_that_an_answer_makes_up()
    {
        _fake.Releases[0]["upload_url"] = "https://uploads.evil.example/x{?name,label}";
        GitHubAssert.Fails(Run, DiagnosticCodes.GitHubUntrusted);
        AssertOnlyOld();
    }

    public void Dispose()
    {
        _fake.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private int Uploads => _fake.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal));

    private void Run()
    {
        using var client = new GitHubClient(GitHubAddress.Parse(_fake.PublicAddress), RepositoryName.Parse("acme/shop"), new Secret(FakeGitHub.Token), _time);
        new ReleasePublication(client, _told.Add).Run("data", In("anon.report.json"), null, () => { }, CancellationToken.None);
    }

    private void AssertOnlyOld() => Assert.Equal("old", Encoding.UTF8.GetString(Assert.Single(_fake.Assets).Content));

    private byte[] Content(string name) => _fake.Assets.Single(asset => (string)asset.Asset["name"]! == name).Content;

    private IEnumerable<string> Names() => _fake.Assets.Select(asset => (string)asset.Asset["name"]!).Order(StringComparer.Ordinal);

    private string In(string name) => Path.Combine(_folder, name);
}
