using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Samples;

/// <summary>A project whose scheduled pipeline gitlab-ci-local reads and runs: it carries GitLab's schema, evaluates rules and passes artefacts on.</summary>
internal sealed class GitLabProject : IDisposable
{
    private const string Pipeline = ".gitlab-ci.yml";

    // 4.75.1 does not start on Node.js 20.
    private static readonly string Runner = Path.Combine(NpmPackage.Modules("gitlab-ci-local", "4.61.0"), ".bin", "gitlab-ci-local");

    private readonly string _root = Directory.CreateTempSubdirectory("ci-anon-gitlab-").FullName;

    public GitLabProject()
    {
        Directory.CreateDirectory(Folder);
        // The sandbox's server is another user.
        foreach (var folder in new[] { _root, Folder }) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        Git("init", "-q", "-b", "main");
        Git("remote", "add", "origin", "git@gitlab.example:org/shop.git");
    }

    /// <summary>The sample as it stands in the repository.</summary>
    public static string Sample { get; } = GeneratedFile.Read(Path.Combine("samples/gitlab", Pipeline));

    private string Folder => Path.Combine(_root, "shop");

    /// <summary>The files that a job's artefact holds, by their path in the project.</summary>
    public IReadOnlyList<string> Artifact(string job) => FilesBelow(ArtifactFolder(job)).Where(path => !path.StartsWith(".gitlab-ci-reports/", StringComparison.Ordinal)).ToList();

    public string ArtifactFolder(string job) => Path.Combine(Folder, ".gitlab-ci-local/artifacts", job);

    /// <summary>Where the job ran; still as it left it.</summary>
    public string BuildFolder(string job) => Path.Combine(Folder, ".gitlab-ci-local/builds", job);

    public static IReadOnlyList<string> FilesBelow(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal)];

    public void Commit(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        Git("add", name);
        Git("-c", "user.name=somebody", "-c", "user.email=somebody@gitlab.example", "commit", "-q", "-m", name);
    }

    /// <summary>What the schema and the rules make of a pipeline; nothing runs.</summary>
    public string List(int exit, string pipeline)
    {
        File.WriteAllText(Path.Combine(Folder, Pipeline), pipeline);
        return Start(exit, ["--list"], []);
    }

    /// <summary>The sample's jobs in their order, each in a checkout of its own that has only what GitLab would give it; the log.</summary>
    /// <param name="programs">The folder that has what the image has.</param>
    public string Run(int exit, EncryptedDump dump, string programs)
    {
        Commit(Pipeline, Sample);
        // It knows the project's folder in a container only, but runs the jobs without one.
        string[] variables = ["GITLAB_CI=true", $"CI_PROJECT_DIR={BuildFolder("anonymize")}", $"PROD_DUMP_URL={dump.Address}", $"PROD_DUMP_KEY={dump.Identity}"];
        return Start(exit, ["--force-shell-executor", "--shell-isolation", "--no-artifacts-to-source", .. variables.SelectMany(variable => new[] { "--variable", variable })], new()
        {
            ["CURL_CA_BUNDLE"] = dump.Authority,
            ["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}",
        });
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Start(int exit, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        using var command = Command.Start(Runner, ["--home", _root, "--variable", "CI_PIPELINE_SOURCE=schedule", .. arguments], Folder, environment);
        Assert.True(command.Finish() == exit, command.Printed);
        return command.Printed;
    }

    private void Git(params string[] arguments) => TestProcess.Run("git", ["-C", Folder, .. arguments]);
}
