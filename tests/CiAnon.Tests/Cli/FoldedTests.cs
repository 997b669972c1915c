using CiAnon.Cli.Terminal;

namespace CiAnon.Tests.Cli;

public class FoldedTests
{
    [Theory]
    [InlineData("short enough", 30, 4, "short enough")]
    [InlineData("ci-anon.yml(3,5): warning CIANON1219: nobody decided", 40, 4, "ci-anon.yml(3,5): warning CIANON1219:|    nobody decided")]
    [InlineData("shop.users.name   mask: name   rule for columns name", 44, 31, "shop.users.name   mask: name   rule for|                      columns name")]
    [InlineData("a /path/that/is/longer/than/the/terminal/is.yml goes on", 30, 4, "a|    /path/that/is/longer/than/the/terminal/is.yml|    goes on")]
    [InlineData("/path/that/is/longer/than/the/terminal/is.yml", 20, 4, "/path/that/is/longer/than/the/terminal/is.yml")]
    [InlineData("exactly twenty-three ch", 23, 4, "exactly twenty-three ch")]
    [InlineData("words at a narrow terminal", 3, 4, "words at a narrow| terminal")]
    public void Lines_end_between_words_and_go_on_further_in(string text, int width, int indent, string lines) =>
        Assert.Equal(lines.Split('|'), Folded.Lines(text, width, indent));

    [Fact]
    public void What_no_terminal_shows_stays_one_line() => Assert.Equal([new string('a', 300) + " b"], Folded.Lines(new string('a', 300) + " b", null));

    [Fact]
    public void No_word_is_lost_whatever_the_width()
    {
        const string text = "  table public.patients has  rules that were proposed:   note (line 6), patient_no (line 7); in CI the run stops  ";
        for (var width = 1; width < 140; width++)
            Assert.Equal(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), Folded.Lines(text, width).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}
