using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;

namespace CiAnon.PostgresTests.Terminals;

public sealed partial class TerminalTests(TestCluster cluster) : IDisposable
{
    // In a schema's name, a table's and a column's; what must never begin a line or reach a terminal raw.
    private static readonly string Script = """
        CREATE SCHEMA "::add-mask::x";
        CREATE TABLE "::add-mask::x"."two
        lines" ("id" int PRIMARY KEY, "##vso[task.complete]" text, "esc \u001b[31m" text);
        CREATE TABLE "red \u001b[31mtable" (id int PRIMARY KEY, word text);
        CREATE TABLE a_table_with_a_name_that_is_sixty_three_characters_long_or_so (id int PRIMARY KEY, word text);
        INSERT INTO "::add-mask::x"."two
        lines" VALUES (1, 'canary', 'canary');
        INSERT INTO "red \u001b[31mtable" VALUES (1, 'canary');
        INSERT INTO a_table_with_a_name_that_is_sixty_three_characters_long_or_so VALUES (1, 'canary');
        """.Replace("\\u001b", "\u001b", StringComparison.Ordinal);

    private const string Policy = "version: 1\nunlisted: mask\n";

    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void In_a_pipe_there_are_no_control_characters_and_no_commands_to_a_host()
    {
        var result = _scene.Anonymize(Dump(), Policy);
        Assert.True(result.Exit == 0, result.Error);
        var plan = _scene.Run("plan", Dump(), "-p", _scene.PolicyPath);
        var undecided = _scene.Anonymize(Dump(), "version: 1\n");
        Assert.Equal((int)ExitCode.Usage, undecided.Exit);
        foreach (var text in new[] { result.Error, result.Out, plan.Error, plan.Out, undecided.Error })
        {
            Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
            Assert.DoesNotContain("##vso[", text);
            Assert.DoesNotContain(text.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        }
        Assert.Contains("add-mask", result.Error);
        Assert.Contains("vso[task.complete]", plan.Out);
    }

    [Fact]
    public void Progress_none_prints_nothing_but_errors()
    {
        var failed = _scene.Anonymize(Dump(), "version: 1\n", "--progress", "none");
        Assert.All(failed.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(": error CIANON", line));
        var passed = _scene.Anonymize(Dump(), Policy, "--progress", "none");
        Assert.Equal((0, "", ""), (passed.Exit, passed.Out, passed.Error));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120, Traits = ["When", "nightly"])]
    public void On_a_terminal_the_summary_fits_its_width(int width)
    {
        var (exit, text) = Run(width, Dump(), []);
        Assert.True(exit == 0, text);
        var summary = text[text.LastIndexOf("masked columns", StringComparison.Ordinal)..].Split('\n')
            .Select(line => Escapes().Replace(line, "").TrimEnd()).Where(line => !line.StartsWith("dump ", StringComparison.Ordinal) && !line.StartsWith("report ", StringComparison.Ordinal)).ToList();
        Assert.Contains(summary, line => line.StartsWith("passed in ", StringComparison.Ordinal));
        Assert.All(summary, line => Assert.True(line.Length <= width, line));
        Assert.Contains("\e[", text);
        Assert.DoesNotContain("\e[0A", text);
        Assert.DoesNotContain("\e[31m", text);
    }

    [Fact]
    public void On_a_terminal_a_plan_and_what_it_warns_of_fit_its_width()
    {
        var rules = string.Join(", ", Enumerable.Range(1, 12).Select(number => $"word{number}: {{ strategy: text, proposed: 'free text, 55 %: no name says what it is' }}"));
        var dump = Path.Combine(_scene.Root, "words.dump");
        cluster.Dump(cluster.CreateDatabase($"CREATE TABLE words (id int PRIMARY KEY, {string.Join(", ", Enumerable.Range(1, 12).Select(number => $"word{number} varchar(5)"))}); INSERT INTO words SELECT 1"), dump, "-Fc");
        _scene.Write("ci-anon.yml", $"version: 1\ntables: {{ words: {{ columns: {{ {rules} }} }} }}\n");
        var (exit, text) = Terminal.Run(100, new Dictionary<string, string>(), "plan", dump, "-p", _scene.PolicyPath);
        Assert.True(exit == 0, text);
        var lines = text.Split('\n').Select(line => Escapes().Replace(line, "").TrimEnd()).ToList();
        Assert.Contains("and 4 more; no CI host was detected", string.Join(' ', string.Join(' ', lines).Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void With_NO_COLOR_a_terminal_gets_no_colours()
    {
        var (exit, text) = Run(80, Dump(), new() { ["NO_COLOR"] = "1" });
        Assert.True(exit == 0, text);
        Assert.DoesNotMatch(Colors(), text);
    }

    [Fact]
    public void A_run_that_fails_on_a_terminal_ends_with_its_own_exit_code_and_message()
    {
        var (exit, text) = Run(80, _scene.Write("x", "no dump"), []);
        Assert.Equal((int)ExitCode.Dump, exit);
        Assert.Contains("error CIANON3003: ", text);
    }

    private (int Exit, string Text) Run(int width, string dump, Dictionary<string, string> environment)
    {
        _scene.Write("ci-anon.yml", Policy);
        return Terminal.Run(width, environment, "anonymize", dump, "-p", _scene.PolicyPath, "-o", _scene.Output, "--work-dir", _scene.Work);
    }

    private string Dump()
    {
        var file = Path.Combine(_scene.Root, "names.dump");
        if (!File.Exists(file)) cluster.Dump(cluster.CreateDatabase(Script), file, "-Fc");
        return file;
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[a-zA-Z]|\r")]
    private static partial Regex Escapes();

    // 1 and 2 (bold, dim) are no colours.
    [GeneratedRegex(@"\e\[([0-9]+;)*(3[0-9]|4[0-9]|9[0-7]|10[0-7])(;[0-9]+)*m")]
    private static partial Regex Colors();
}
