using CiAnon.PackageTests.Packages;
using CiAnon.Tests.Hosts;

namespace CiAnon.PackageTests.Action;

/// <summary>
/// action.yml executed in order, as the runner does with a composite action: conditions, variables, scripts by bash, outputs by file.
/// Other actions are stood for by stubs that keep what they were given.
/// </summary>
internal sealed class ActionRun
{
    private readonly RunnerMachine _machine;
    private readonly ActionFile _action = ActionFile.Read();
    private readonly Dictionary<string, string> _inputs;
    private readonly List<StepResult> _results = [];
    private readonly List<Upload> _uploads = [];
    private readonly List<IReadOnlyDictionary<string, string>> _attestations = [];

    private ActionRun(RunnerMachine machine, IReadOnlyDictionary<string, string> inputs)
    {
        _machine = machine;
        _inputs = _action.Inputs;
        Assert.Empty(inputs.Keys.Except(_inputs.Keys));
        foreach (var (name, value) in inputs) _inputs[name] = value;
    }

    public IReadOnlyList<Upload> Uploads => _uploads;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Attestations => _attestations;

    public bool Passed => _results.TrueForAll(result => result.Outcome is "success" or "skipped");

    public string Log => string.Concat(_results.Select(result => $"--- {result.Step.Name}: {result.Outcome}\n{result.Log}"));

    public string Summary => string.Concat(_results.Select(result => result.Summary));

    public Dictionary<string, string> Outputs => _action.Outputs.ToDictionary(output => output.Key, output => Fill(output.Value));

    /// <param name="while">Given the running script of every step; may signal it.</param>
    public static ActionRun Of(RunnerMachine machine, IReadOnlyDictionary<string, string> inputs, Action<ActionStep, Command>? @while = null)
    {
        var run = new ActionRun(machine, inputs);
        foreach (var step in run._action.Steps) run._results.Add(run.Execute(step, @while));
        return run;
    }

    public StepResult Result(string name) => _results.Single(result => result.Step.Name == name);

    private StepResult Execute(ActionStep step, Action<ActionStep, Command>? @while)
    {
        if (step.If is { } condition ? !Expression.Condition(condition, Look, Status) : !Status("success"))
            return new StepResult(step, "skipped", new Dictionary<string, string>(), "", "");
        return step.Run is { } script ? Run(step, script, @while) : Use(step);
    }

    private StepResult Run(ActionStep step, string script, Action<ActionStep, Command>? @while)
    {
        Assert.DoesNotContain("${{", script, StringComparison.Ordinal);
        var (output, summary, file) = (_machine.NewFile(), _machine.NewFile(), _machine.NewFile(script));
        var environment = new Dictionary<string, string>(_machine.Environment) { ["GITHUB_OUTPUT"] = output, ["GITHUB_STEP_SUMMARY"] = summary };
        foreach (var (name, value) in step.Env) environment[name] = Fill(value);
        using var command = Command.Start("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], _machine.Workspace, environment);
        @while?.Invoke(step, command);
        var exit = command.Finish();
        return new StepResult(step, exit == 0 ? "success" : "failure", GitHubLog.Outputs(File.ReadAllText(output)), command.Printed, File.ReadAllText(summary));
    }

    private StepResult Use(ActionStep step)
    {
        var inputs = step.With.ToDictionary(input => input.Key, input => Fill(input.Value));
        try
        {
            switch (step.Uses!.Split('@')[0])
            {
                case "actions/upload-artifact":
                    _uploads.Add(Upload.Take(inputs, _machine.Workspace));
                    break;
                case "actions/attest":
                    Assert.True(File.Exists(Path.GetFullPath(inputs["subject-path"], _machine.Workspace)));
                    _attestations.Add(inputs);
                    break;
                default:
                    throw new NotSupportedException(step.Uses);
            }
        }
        catch (InvalidOperationException refused)
        {
            return new StepResult(step, "failure", new Dictionary<string, string>(), refused.Message, "");
        }
        var outputs = new Dictionary<string, string> { ["artifact-id"] = $"{1000 + _uploads.Count}", ["artifact-url"] = "https://github.test/a", ["artifact-digest"] = "d1" };
        return new StepResult(step, "success", outputs, "", "");
    }

    private string Fill(string text) => Expression.Fill(text, Look, Status);

    private string Look(string name)
    {
        var parts = name.Split('.');
        if (parts is ["inputs", var input]) return _inputs.TryGetValue(input, out var value) ? Fill(value) : throw new KeyNotFoundException(name);
        if (name == "github.token") return RunnerMachine.Token;
        if (parts is not ["steps", var id, ..] || _action.Steps.All(step => step.Id != id)) throw new KeyNotFoundException(name);
        var result = _results.Find(done => done.Step.Id == id);
        return parts switch
        {
            [_, _, "outcome"] => result?.Outcome ?? "",
            [_, _, "outputs", var output] => result?.Outputs.GetValueOrDefault(output) ?? "",
            _ => throw new KeyNotFoundException(name),
        };
    }

    private bool Status(string function) => function switch
    {
        "always" => true,
        "success" => Passed,
        "failure" => !Passed,
        _ => throw new NotSupportedException(function),
    };
}
