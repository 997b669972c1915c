using CiAnon.Cli.Terminal;
using Spectre.Console;

namespace CiAnon.Tests.Cli;

public class LiveProgressTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void The_view_fits_the_terminal_without_breaking_a_line(int width)
    {
        var lines = Lines(Halfway(), width);
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        // Stages, heads, three tables, the sum, the activity: a line that broke would make it more.
        Assert.Equal(7, lines.Count);
        Assert.Contains(lines, line => line.StartsWith("public.a_table", StringComparison.Ordinal) && line.Contains('━', StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_run_does_before_its_first_table_is_told()
    {
        var view = View();
        view.StageStarted(RunStage.Restore);
        view.Activity(RunStage.Restore, "starting a PostgreSQL of its own");
        Assert.Contains("starting a PostgreSQL of its own", Lines(view, 60));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(-3, "")]
    [InlineData(0.99, "")]
    [InlineData(1, "1 s")]
    [InlineData(99, "99 s")]
    [InlineData(100, "2 min")]
    [InlineData(600, "10 min")]
    public void An_estimate_that_has_run_out_is_not_shown(double seconds, string text) => Assert.Equal(text, LiveProgress.Left(seconds));

    private static LiveProgress View() => new(new CiAnon.Cli.Session(TextWriter.Null, TextWriter.Null, static _ => null, IsTerminal: true, CancellationToken.None));

    private static LiveProgress Halfway()
    {
        var view = View();
        view.StageStarted(RunStage.Restore);
        view.StageFinished(RunStage.Restore, TimeSpan.FromSeconds(12.3));
        view.StageStarted(RunStage.Anonymize);
        string[] names = ["public.a_table_with_a_name_that_is_sixty_three_characters_long", "public.orders", "public.customers"];
        view.TablesPlanned(RunStage.Anonymize, [.. names.Select(name => new TableWork(name, 2_000_000_000, IsMasked: true, IsDropped: false))]);
        foreach (var name in names) view.TableProgress(RunStage.Anonymize, name, 123_456_789, 1_200_000_000, finished: false);
        return view;
    }

    private static List<string> Lines(LiveProgress view, int width)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(view.Render(width));
        return [.. text.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
