using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Samples;

/// <summary>Where samples/restore has its token from, and what it says without one. The repository has no artefact: who gets that far was let in.</summary>
public sealed class RestoreTokenTests(TestCluster cluster) : IDisposable
{
    private const string LetIn = "org/shop has no artefact anonymized";

    private readonly RestoreMachine _machine = new(cluster);

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("GH_TOKEN")]
    [InlineData("GITHUB_TOKEN", Traits = ["When", "nightly"])]
    public void A_variable_holds_it(string variable)
    {
        _machine.Environment.Remove("GH_TOKEN");
        _machine.Environment[variable] = StubGitHub.Token;
        _machine.AssertRefused(LetIn);
    }

    [Theory]
    [InlineData("echo " + StubGitHub.Token, LetIn)]
    [InlineData("exit 1", "needs a token that may read actions")]
    [InlineData("true", "needs a token that may read actions", Traits = ["When", "nightly"])]
    public void Without_one_GitHubs_own_command_is_asked(string answer, string message)
    {
        _machine.Environment.Remove("GH_TOKEN");
        var programs = Directory.CreateDirectory(_machine.In("programs")).FullName;
        var command = Path.Combine(programs, "gh");
        File.WriteAllText(command, $"#!/bin/sh\n[ \"$*\" = 'auth token' ] || exit 2\n{answer}\n");
        File.SetUnixFileMode(command, (UnixFileMode)0b111_101_101);
        _machine.Environment["PATH"] = $"{programs}:{cluster.Tools.BinDirectory}:{Environment.GetEnvironmentVariable("PATH")}";
        _machine.AssertRefused(message);
    }

    [Fact]
    public void One_that_GitHub_does_not_know_is_refused()
    {
        _machine.Environment["GH_TOKEN"] = "ghp_unknown";
        _machine.AssertRefused("can't read org/shop");
    }
}
