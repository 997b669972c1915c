using CiAnon.Cli;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.PostgresTests.Sandboxes;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.BadInput;

/// <summary>A folder with a policy, a place for sandboxes and one for the output; and what a command leaves in them.</summary>
internal sealed class Scene : IDisposable
{
    /// <summary>Part of every row value of the samples that must not be seen anywhere.</summary>
    public const string Canary = "canary";

    private readonly TestFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];

    public Scene()
    {
        Work = Folder("work");
        Output = Path.Combine(Folder("out"), "anon.dump");
    }

    public string Root => _folder.Path;

    /// <summary>Parent of the sandboxes.</summary>
    public string Work { get; set; }

    public string Output { get; set; }

    public string ReportPath => Output + ".report.json";

    public string PolicyPath => Path.Combine(Root, "ci-anon.yml");

    /// <summary>What the command's standard input holds.</summary>
    public byte[] Input { get; set; } = [];

    public string Folder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        return folder;
    }

    public string Write(string name, string text)
    {
        var file = Path.Combine(Root, name);
        File.WriteAllText(file, text);
        return file;
    }

    public Scene With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public CommandResult Anonymize(string dump, string policy, params string[] more)
    {
        File.WriteAllText(PolicyPath, policy);
        return Run(["anonymize", dump, "--policy", PolicyPath, "--output", Output, "--work-dir", Work, "--jobs", "2", .. more]);
    }

    /// <summary>The command in this process, as a pipe would see it.</summary>
    public CommandResult Run(params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var session = new Session(output, TextWriter.Synchronized(error), name => _environment.GetValueOrDefault(name) ?? TestEnvironment.Shared(name), IsTerminal: false, CancellationToken.None)
        {
            Input = new StandardInput(() => new MemoryStream(Input), IsTerminal: false),
        };
        var exit = CommandLine.Run(arguments, session);
        var result = new CommandResult(exit, output.ToString(), error.ToString());
        Assert.DoesNotContain(Canary, result.Out + result.Error, StringComparison.OrdinalIgnoreCase);
        return result;
    }

    /// <summary>The run failed with this code, said so in our words, and left nothing, or, where a check failed, a report that says the same.</summary>
    public string AssertRefused(CommandResult result, DiagnosticCode code)
    {
        Assert.True(result.Exit == (int)code.Exit, $"exit {result.Exit} instead of {(int)code.Exit}: {result.Error}");
        var line = result.Line(code);
        Assert.False(Directory.Exists(Output) || File.Exists(Output), "there is an output");
        Assert.Equal(code.Exit == ExitCode.CheckFailed, File.Exists(ReportPath));
        if (File.Exists(ReportPath))
        {
            var report = ReportJson.Read(File.ReadAllBytes(ReportPath))!;
            Assert.Equal(ReportStatus.Failed, report.Status);
            Assert.Contains(report.Errors, error => error.Code == code.Id && error.Message.Length > 0);
        }
        AssertNothingLeft();
        return line;
    }

    /// <summary>No sandbox, no server process, no partial file, and no row value in a report.</summary>
    public void AssertNothingLeft()
    {
        Assert.Empty(Directory.GetFileSystemEntries(Work));
        Assert.Empty(Directory.GetFileSystemEntries(Root, "*.partial", SearchOption.AllDirectories));
        Assert.Empty(Processes.Mentioning(Work));
        foreach (var report in Directory.GetFiles(Root, "*.report.json", SearchOption.AllDirectories))
            Assert.DoesNotContain(Canary, File.ReadAllText(report), StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _folder.Dispose();
}
