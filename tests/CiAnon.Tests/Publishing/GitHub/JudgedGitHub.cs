using System.Security.Cryptography;
using System.Text;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Tests.Cli;
using CiAnon.Tests.Reporting;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>GitHub for a command: the fake one, with GitHub's own description between the two.</summary>
public sealed class JudgedGitHub : IDisposable
{
    private readonly PrismProxy _judge;

    public JudgedGitHub()
    {
        Fake = new FakeGitHub();
        _judge = new PrismProxy(Fake.Port);
        Fake.PublicAddress = $"http://127.0.0.1:{_judge.Port}";
    }

    internal FakeGitHub Fake { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ci-anon-github-").FullName;

    internal (int Exit, string Out, string Error) Run(string[] arguments, params (string Name, string? Value)[] variables)
    {
        var environment = new Dictionary<string, string?>
        {
            ["GITHUB_API_URL"] = Fake.PublicAddress,
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_TOKEN"] = FakeGitHub.Token,
            ["GITHUB_SHA"] = new string('b', 40),
        };
        foreach (var (name, value) in variables) environment[name] = value;
        var (exit, text, error) = FakeSession.RunOn(environment.GetValueOrDefault, ["github", .. arguments]);
        Assert.DoesNotContain("canary", text + error, StringComparison.OrdinalIgnoreCase);
        return (exit, text, error);
    }

    /// <summary>A report in the folder, and a dump of random bytes that it vouches for.</summary>
    internal string Publish(string name = "anon.dump", Func<ComplianceReport, ComplianceReport>? change = null)
    {
        // Text, because the judge reads bodies as text: bytes that are none would not arrive.
        var dump = Encoding.ASCII.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(150_000)));
        File.WriteAllBytes(In(name), dump);
        var passed = ReportSamples.Passed();
        var digest = Convert.ToHexStringLower(SHA256.HashData(dump));
        var report = passed with { Output = passed.Output! with { Name = name, Bytes = dump.Length, Sha256 = digest } };
        File.WriteAllBytes(In($"{name}.report.json"), ReportJson.Write(change?.Invoke(report) ?? report));
        return In($"{name}.report.json");
    }

    /// <summary>The same of a run with recipients: beside the dump lies a larger file, which the report names as the published one.</summary>
    internal string PublishEncrypted() => Publish(change: report =>
    {
        var encrypted = Encoding.ASCII.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(150_150)));
        File.WriteAllBytes(In("anon.dump.age"), encrypted);
        var section = new EncryptionSection("age", "anon.dump.age", encrypted.Length, Convert.ToHexStringLower(SHA256.HashData(encrypted)), ["age1example"]);
        return report with { Output = report.Output! with { Encryption = section } };
    });

    internal string In(string name) => Path.Combine(Folder, name);

    internal string Event(string json)
    {
        File.WriteAllText(In("event.json"), json);
        return In("event.json");
    }

    public void Dispose()
    {
        _judge.Dispose();
        Fake.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
