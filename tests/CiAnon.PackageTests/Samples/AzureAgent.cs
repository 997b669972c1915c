using System.Text.RegularExpressions;
using CiAnon.PackageTests.Packages;
using CiAnon.PackageTests.Workflows;
using CiAnon.PostgresTests;
using CiAnon.Tests.Hosts;
using YamlDotNet.RepresentationModel;

namespace CiAnon.PackageTests.Samples;

/// <summary>
/// The one job of a sample, its steps in order, as the agent of Azure Pipelines runs them: a checkout of git's, macros, conditions, scripts
/// by bash, variables from the log, folders that are published. Whatever else a step asks for fails the test.
/// https://learn.microsoft.com/azure/devops/pipelines/process/variables
/// </summary>
internal sealed partial class AzureAgent
{
    private static readonly string[] Known = ["checkout", "clean", "persistCredentials", "task", "inputs", "bash", "workingDirectory", "publish", "artifact", "name", "displayName", "condition", "env"];

    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyDictionary<string, byte[]>> _published = [];

    /// <param name="sources">A work tree of git's, as the checkout leaves it.</param>
    /// <param name="temporary">Agent.TempDirectory.</param>
    /// <param name="staging">Build.ArtifactStagingDirectory.</param>
    public AzureAgent(string sources, string temporary, string staging)
    {
        foreach (var (name, value) in new[]
        {
            ("TF_BUILD", "True"), ("Agent.TempDirectory", temporary), ("Build.ArtifactStagingDirectory", staging), ("System.DefaultWorkingDirectory", sources),
            ("Build.Repository.Name", "shop"), ("Build.SourceVersion", "0123456789012345678901234567890123456789"), ("Build.BuildId", "42"), ("Build.RequestedFor", "Some Body"),
        }) _variables.Add(name, value);
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=somebody", "-c", "user.email=somebody@azure.example", "commit", "-q", "-m", "sources");
    }

    /// <summary>What the machine has beside the agent's variables.</summary>
    public Dictionary<string, string> Machine { get; init; } = [];

    /// <summary>Set in the pipeline; a script sees them by <c>env:</c> only.</summary>
    public Dictionary<string, string> Secrets { get; init; } = [];

    /// <summary>The secure files of the project: their names, and where the agent puts them.</summary>
    public Dictionary<string, string> SecureFiles { get; init; } = [];

    public bool Succeeded { get; private set; } = true;

    /// <summary>As the job's page shows it: what a script asked to mask isn't there.</summary>
    public string Log { get; private set; } = "";

    /// <summary>The files of every artefact, by their path in it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> Published => _published;

    public string Variable(string name) => _variables.GetValueOrDefault(name, "");

    public void Set(string name, string value) => _variables[name] = value;

    public AzureAgent Run(string sample)
    {
        var job = (YamlMappingNode)((YamlSequenceNode)WorkflowFile.Read(sample).Root["jobs"]).Single();
        foreach (var step in ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
        {
            Assert.Empty(step.Children.Keys.Select(key => key.ToString()).Except(Known));
            if (!new AzureCondition(Text(step, "condition") ?? "succeeded()", Variable, Succeeded).Holds()) continue;
            if (!Do(step)) Succeeded = false;
        }
        return this;
    }

    private bool Do(YamlMappingNode step)
    {
        if (Text(step, "checkout") is { } repository) return Checkout(repository, Text(step, "clean") == "true");
        if (Text(step, "task") is { } task) return Task(step, task);
        if (Text(step, "bash") is { } script) return Bash(step, Filled(script));
        return Publish(Text(step, "artifact")!, Path.GetFullPath(Filled(Text(step, "publish")!), Sources));
    }

    private bool Checkout(string repository, bool clean)
    {
        Assert.Equal("self", repository);
        if (clean) Git("clean", "-q", "-ffdx");
        return true;
    }

    private bool Task(YamlMappingNode step, string task)
    {
        switch (task)
        {
            case "DownloadSecureFile@1":
                Set($"{Text(step, "name")}.secureFilePath", SecureFiles[step["inputs"]["secureFile"].ToString()]);
                return true;
            case "UseDotNet@2":
                Assert.Equal($"{Environment.Version.Major}.0.x", step["inputs"]["version"].ToString());
                return true;
            default:
                throw new NotSupportedException(task);
        }
    }

    private bool Bash(YamlMappingNode step, string script)
    {
        var file = Path.Combine(Variable("Agent.TempDirectory"), Path.GetRandomFileName() + ".sh");
        File.WriteAllText(file, script);
        var environment = new Dictionary<string, string>(Machine);
        foreach (var (name, value) in _variables) environment[name.Replace('.', '_').ToUpperInvariant()] = value;
        if (step.Children.TryGetValue("env", out var mapped))
            foreach (var (name, value) in (YamlMappingNode)mapped) environment[name.ToString()] = Filled(value.ToString());
        using var command = Command.Start("bash", ["--noprofile", "--norc", file], Path.GetFullPath(Text(step, "workingDirectory") ?? ".", Sources), environment);
        var exit = command.Finish();
        File.Delete(file);
        Read(command.Printed, Text(step, "name"));
        return exit == 0;
    }

    private void Read(string printed, string? step)
    {
        foreach (var command in AzureLog.Commands(printed).Where(command => command.Name == "task.setvariable"))
        {
            var isOutput = command.Properties.GetValueOrDefault("isOutput") == "true";
            Set(isOutput ? $"{step}.{command.Properties["variable"]}" : command.Properties["variable"], command.Data);
        }
        Log += string.Join('\n', printed.Split('\n').Where(line => !line.Contains("##vso[task.setsecret]", StringComparison.Ordinal)));
    }

    // The task fails where there is nothing of that name.
    private bool Publish(string artifact, string path)
    {
        if (!Directory.Exists(path)) return false;
        _published.Add(artifact, Directory.GetFiles(path, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(path, file), File.ReadAllBytes));
        return true;
    }

    // One that isn't set stays as it stands.
    private string Filled(string text) => Macro().Replace(text, match =>
        Secrets.TryGetValue(match.Groups["name"].Value, out var secret) ? secret : _variables.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    private string Sources => Variable("System.DefaultWorkingDirectory");

    private void Git(params string[] arguments) => TestProcess.Run("git", ["-C", Sources, .. arguments]);

    private static string? Text(YamlMappingNode step, string key) => step.Children.TryGetValue(key, out var value) ? value.ToString() : null;

    [GeneratedRegex(@"\$\((?<name>[A-Za-z][A-Za-z0-9_.]*)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Macro();
}
