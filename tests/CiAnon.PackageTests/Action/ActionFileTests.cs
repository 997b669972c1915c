using CiAnon.PackageTests.Workflows;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Action;

/// <summary>action.yml and its scripts, as others judge them; and the interpreter, which must not wave through what it doesn't know.</summary>
public sealed class ActionFileTests
{
    [Fact]
    public void It_passes_the_schema() => Assert.Empty(WorkflowJudges.Schema("action.yml", GeneratedFile.Read("action.yml")));

    [Fact]
    public void The_schema_finds_what_is_wrong() =>
        Assert.NotEmpty(WorkflowJudges.Schema("action.yml", GeneratedFile.Read("action.yml").Replace("using: composite", "using: nothing", StringComparison.Ordinal)));

    [Fact]
    public void Its_scripts_pass_shellcheck() =>
        Assert.Equal("", TestProcess.Try("shellcheck", ["-x", "-P", "action", "action/check", "action/anonymize", "action/github"], workingDirectory: GeneratedFile.FullPath(".")).Text);

    [Fact]
    public void No_script_of_a_step_holds_an_expression() =>
        Assert.All(ActionFile.Read().Steps.Where(step => step.Run is not null), step =>
        {
            Assert.DoesNotContain("${{", step.Run!, StringComparison.Ordinal);
            Assert.Empty(WorkflowJudges.ShellCheck(step.Run!));
        });

    [Fact]
    public void Actions_that_it_uses_are_pinned_as_the_workflows_pin_them()
    {
        var pinned = Directory.GetFiles(GeneratedFile.FullPath(".github/workflows")).SelectMany(File.ReadAllLines).Where(line => line.Contains("uses: ", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf("uses: ", StringComparison.Ordinal) + 6)..]).ToHashSet();
        var used = GeneratedFile.Read("action.yml").Split('\n').Where(line => line.Contains("uses: ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("uses: ", StringComparison.Ordinal) + 6)..]).ToList();
        Assert.NotEmpty(used);
        Assert.All(used, use => Assert.Contains(use, pinned));
    }

    [Fact]
    public void Only_steps_that_need_the_token_get_it() =>
        Assert.Equal(["Check who could download the artefact", "Check again who could download it", "Attest the dump", "Show the report as a check", "Publish the dump in a release", "Delete older dumps"],
            ActionFile.Read().Steps.Where(step => step.Env.Values.Concat(step.With.Values).Any(value => value.Contains("github-token", StringComparison.Ordinal))).Select(step => step.Name));

    [Theory]
    [InlineData("always() && inputs.a == 'x'", true)]
    [InlineData("inputs.a == 'y' || failure()", true)]
    [InlineData("inputs.a == 'x'", false)]
    [InlineData("success()", false)]
    [InlineData("!success() && inputs.none == ''", true)]
    [InlineData("always() && (inputs.a != 'x' || inputs.none != '')", false)]
    public void Conditions_hold_as_on_GitHub_after_a_failure(string condition, bool holds) => Assert.Equal(holds, Expression.Condition(condition, Look, Status));

    [Theory]
    [InlineData("contains(inputs.a, 'x')")]
    [InlineData("inputs.a > 1")]
    [InlineData("inputs.unknown == ''")]
    [InlineData("always() &&")]
    [InlineData("inputs['a'] == 'x'")]
    public void What_the_interpreter_does_not_know_fails(string condition) => Assert.ThrowsAny<Exception>(() => Expression.Condition(condition, Look, Status));

    private static string Look(string name) => name switch
    {
        "inputs.a" => "x",
        "inputs.none" => "",
        _ => throw new KeyNotFoundException(name),
    };

    private static bool Status(string function) => function switch
    {
        "always" or "failure" => true,
        "success" => false,
        _ => throw new NotSupportedException(function),
    };
}
