using System.Text.Json;
using CiAnon.PackageTests.Image;
using CiAnon.PostgresTests;
using CiAnon.Tests.Hosts;

namespace CiAnon.PackageTests.Action;

/// <summary>The action from its first step to its last, with the real image, the real database tools and stubs for GitHub's own actions.</summary>
public sealed partial class ActionRunTests(ContainerImage image, TestCluster cluster) : IDisposable
{
    private const string Key = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    private readonly RunnerMachine _runner = new(image);

    public void Dispose() => _runner.Dispose();

    [Fact]
    public void A_dump_that_passes_is_uploaded_with_its_report()
    {
        var run = Anonymize();
        Assert.True(run.Passed, run.Log);

        Assert.Equal(["anonymized-dump-report", "anonymized-dump"], run.Uploads.Select(upload => upload.Name));
        Assert.All(run.Uploads, upload => Assert.Equal(("7", "error"), (upload.Inputs["retention-days"], upload.Inputs["if-no-files-found"])));
        Assert.Equal("0", run.Uploads[1].Inputs["compression-level"]);
        var outputs = run.Outputs;
        Assert.Equal(("passed", "500", "1", "0", "1002"),
            (outputs["status"], outputs["rows"], outputs["columns-anonymized"], outputs["findings"], outputs["artifact-id"]));
        Assert.Equal("passed", Report(run).GetProperty("status").GetString());
        var restored = Restored(run);
        Assert.Equal(500, restored.Split('\n').Count(line => line.Contains('@', StringComparison.Ordinal)));
        Assert.StartsWith("## ✅", run.Summary);
        AssertNothingLeaks(run, restored);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Outputs_go_where_they_are_asked_for()
    {
        var run = Anonymize(new() { ["output"] = "out/team.dump", ["report"] = "out/verdict.json", ["html"] = "out/verdict.html", ["sarif"] = "out/verdict.sarif", ["artifact-name"] = "team", ["retention-days"] = "3" });
        Assert.True(run.Passed, run.Log);
        Assert.Equal(("out/team.dump", "out/verdict.json"), (run.Outputs["dump"], run.Outputs["report"]));
        Assert.Equal(["team-report", "team"], run.Uploads.Select(upload => upload.Name));
        Assert.Equal(["verdict.html", "verdict.json", "verdict.sarif"], run.Uploads[0].Files.Keys.Order());
        Assert.Equal(["team.dump"], run.Uploads[1].Files.Keys);
        Assert.All(run.Uploads, upload => Assert.Equal("3", upload.Inputs["retention-days"]));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void The_forms_of_the_report_lie_side_by_side_in_its_artefact()
    {
        var run = Anonymize(new() { ["html"] = "out/verdict.html", ["markdown"] = "verdict.md" });
        Assert.True(run.Passed, run.Log);
        Assert.Equal(["anonymized.dump.report.json", "verdict.html", "verdict.md"], run.Uploads[0].Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_that_is_a_folder_is_uploaded_with_its_name()
    {
        var run = Anonymize(new() { ["format"] = "directory" });
        Assert.True(run.Passed, run.Log);
        var name = Report(run).GetProperty("output").GetProperty("name").GetString()!;
        var downloaded = Directory.CreateDirectory(Path.Combine(_runner.Temporary, "downloaded")).FullName;
        Directory.CreateDirectory(Path.Combine(downloaded, name));
        foreach (var (path, content) in run.Uploads[1].Files) File.WriteAllBytes(Path.Combine(downloaded, path), content);
        var restored = System.Text.Encoding.UTF8.GetString(cluster.Script(Path.Combine(downloaded, name)));
        Assert.Equal(500, restored.Split('\n').Count(line => line.Contains('@', StringComparison.Ordinal)));
        AssertNothingLeaks(run, restored);
    }

    [Fact]
    public void The_container_gets_what_it_needs_and_nothing_more()
    {
        var run = Anonymize();
        Assert.True(run.Passed, run.Log);
        var call = Assert.Single(_runner.DockerCalls, call => call.Contains("anonymize"));
        string[] demanded = ["--rm", "--read-only", .. Pair("--network", "none"), .. Pair("--tmpfs", "/tmp"), .. Pair("--security-opt", "no-new-privileges"), .. Pair("--cap-drop", "ALL")];
        Assert.Superset(demanded.ToHashSet(), call.ToHashSet());
        Assert.Equal(ContainerImage.Capabilities, After(call, "--cap-add"));
        Assert.Equal(["GITHUB_OUTPUT=/github/file_commands/output", "GITHUB_WORKSPACE=/github/workspace", "GITHUB_STEP_SUMMARY=/github/file_commands/summary",
            "GITHUB_ACTIONS", "GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_RUN_ID", "GITHUB_ACTOR", "GITHUB_WORKFLOW", "GITHUB_EVENT_NAME"], After(call, "-e"));
        Assert.Equal(["/github/file_commands/output", "/github/workspace", "out", "/github/file_commands/summary"],
            After(call, "--mount").Select(mount => mount[(mount.IndexOf("target=", StringComparison.Ordinal) + 7)..]).Select(target => target.EndsWith("/out", StringComparison.Ordinal) ? "out" : target));
        Assert.DoesNotContain("--privileged", call);

        // Nor does the one that has the network see a row, or write.
        var gates = _runner.DockerCalls.Where(call => call.Contains("visibility")).ToList();
        Assert.Equal(2, gates.Count);
        Assert.All(gates, gate =>
        {
            Assert.Equal(["DAC_OVERRIDE"], After(gate, "--cap-add"));
            Assert.DoesNotContain(RunnerMachine.Token, string.Join(' ', gate), StringComparison.Ordinal);
            Assert.Equal(["/github/file_commands/output", "/github/workflow/event.json,readonly"],
                After(gate, "--mount").Select(mount => mount[(mount.IndexOf("target=", StringComparison.Ordinal) + 7)..]));
        });
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Annotations_and_the_summary_can_be_left_out()
    {
        var run = Anonymize(new() { ["annotations"] = "false", ["summary"] = "false" }, "version: 1\ncolums: { email: email }\n");
        Assert.False(run.Passed);
        Assert.DoesNotContain(GitHubLog.Commands(run.Log), command => command.Name == "error");
        Assert.Contains("ci-anon.yml(2,1): error CIANON", run.Log, StringComparison.Ordinal);
        Assert.Equal("", run.Summary);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Without_upload_nobody_is_asked_and_nothing_leaves_the_runner()
    {
        File.WriteAllText(_runner.Event, "nonsense");
        var run = Anonymize(new() { ["upload"] = "false" });
        Assert.True(run.Passed, run.Log);
        Assert.Empty(run.Uploads);
        Assert.True(File.Exists(run.Outputs["dump"]));
        Assert.Single(_runner.DockerCalls);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_can_be_attested()
    {
        var run = Anonymize(new() { ["attest"] = "true" });
        Assert.True(run.Passed, run.Log);
        Assert.Equal(run.Outputs["dump"], Assert.Single(run.Attestations)["subject-path"]);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_key_keeps_pseudonyms_and_appears_nowhere()
    {
        _runner.Environment["SHOP_KEY"] = Key;
        var (one, other) = (Anonymize(new() { ["key-env"] = "SHOP_KEY" }), Anonymize(new() { ["key-env"] = "SHOP_KEY" }));
        Assert.True(one.Passed && other.Passed, one.Log + other.Log);
        Assert.Equal(Restored(one), Restored(other));
        Assert.Equal(Key, Assert.Single(GitHubLog.Commands(one.Log), command => command.Name == "add-mask").Data);
        var rest = string.Join('\n', one.Log.Split('\n').Where(line => !line.StartsWith("::add-mask::", StringComparison.Ordinal)));
        Assert.DoesNotContain(Key, rest + one.Summary + string.Join('\n', _runner.DockerCalls.SelectMany(call => call)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void The_policy_may_refer_to_variables_that_are_named()
    {
        _runner.Environment["MAIL_DOMAIN"] = "anon.example";
        var run = Anonymize(new() { ["environment"] = "MAIL_DOMAIN\n" }, "version: 1\ncolumns: { email: { strategy: email, domain: \"${MAIL_DOMAIN}\" } }\n");
        Assert.True(run.Passed, run.Log);
        Assert.Contains("@anon.example", Restored(run), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Names_with_blanks_quotes_and_other_scripts_work()
    {
        using var odd = new RunnerMachine(image, "Größe $(x) 'q' ü");
        Write(odd, "дамп \"a\" $(touch pwned).dump");
        var run = ActionRun.Of(odd, new Dictionary<string, string> { ["dump"] = "дамп \"a\" $(touch pwned).dump", ["output"] = "aus gabe; touch pwned.dump", ["image"] = ContainerImage.Name, ["github-token"] = "" });
        Assert.True(run.Passed, run.Log);
        Assert.Equal("aus gabe; touch pwned.dump", run.Outputs["dump"]);
        Assert.False(File.Exists(odd.In("pwned")));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_larger_than_memory_has_a_folder()
    {
        var folder = Path.Combine(_runner.Temporary, "large");
        Directory.CreateDirectory(folder);
        var run = Anonymize(new() { ["work-dir"] = folder });
        Assert.True(run.Passed, run.Log);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Assert.Contains("--work-dir=/github/work", Assert.Single(_runner.DockerCalls, call => call.Contains("anonymize")));
    }

    private static string[] Pair(string one, string other) => [one, other];

    private static IEnumerable<string> After(string[] call, string option) => call.Index().Where(pair => pair.Item == option).Select(pair => call[pair.Index + 1]);

    private static JsonElement Report(ActionRun run) => JsonDocument.Parse(run.Uploads[0].Files.Single(file => file.Key.EndsWith(".json", StringComparison.Ordinal)).Value).RootElement;

    private static Dictionary<string, string> Inputs(Dictionary<string, string> inputs) => new(new Dictionary<string, string>
    {
        ["dump"] = "prod.dump",
        ["image"] = ContainerImage.Name,
        // The event says what the repository is; nobody is asked.
        ["github-token"] = "",
    }.Where(pair => !inputs.ContainsKey(pair.Key)).Concat(inputs));

    private string Restored(ActionRun run)
    {
        var path = _runner.NewFile();
        File.WriteAllBytes(path, Assert.Single(run.Uploads[1].Files).Value);
        return System.Text.Encoding.UTF8.GetString(cluster.Script(path));
    }

    // No row, no token and no secret of the runner in anything that leaves it.
    private static void AssertNothingLeaks(ActionRun run, string restored = "")
    {
        var text = run.Log + run.Summary + restored + string.Concat(run.Uploads.SelectMany(upload => upload.Files.Values).Select(System.Text.Encoding.Latin1.GetString));
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
    }

    private ActionRun Anonymize(Dictionary<string, string>? inputs = null, string policy = PeopleDump.Policy, string script = "")
    {
        Directory.CreateDirectory(_runner.In("out"));
        Write(_runner, "prod.dump", policy, script);
        return ActionRun.Of(_runner, Inputs(inputs ?? []));
    }

    private void Write(RunnerMachine runner, string name, string policy = PeopleDump.Policy, string script = "")
    {
        PeopleDump.Write(cluster, runner.In(name), script: script);
        File.WriteAllText(runner.In("ci-anon.yml"), policy);
    }
}
