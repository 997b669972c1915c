using System.Text;
using CiAnon.Recognition.Numbers;
using CiAnon.Recognition.Patterns;
using CiAnon.Tests.Copy;

namespace CiAnon.Tests.Recognition;

/// <summary>Recognizers are chosen by a number's first digits and what stands behind them: none is left out that would see something.</summary>
public class NumberStartsTests
{
    private const string Bytes = "0123456789 -./()+,:;xT_\u00e4\u3067\u201d\n";

    private static readonly BehindDigits[] Everything = Enum.GetValues<BehindDigits>();

    [Fact]
    public void What_stands_behind_the_first_digits_rules_out_only_what_would_see_nothing()
    {
        var random = RandomTexts.Seeded(out var seed);
        var matches = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = Encoding.UTF8.GetBytes(Text(random));
            var words = new NumberWords(text);
            while (words.Next())
            {
                foreach (var recognizer in NumberRecognizers.All)
                {
                    var (letters, digits) = (words.Letters, words.Digits);
                    if (!Everything.Any(behind => recognizer.CanStart(letters, digits, behind)) || recognizer.Match(text, words.Start).End == 0) continue;
                    matches++;
                    Assert.True(recognizer.CanStart(letters, digits, words.Behind), $"seed {seed}: {recognizer.Name} with {letters} letters, {digits} digits, {words.Behind}");
                }
            }
        }
        Assert.True(matches > 10_000, $"{matches} numbers");
    }

    // Samples with a few bytes changed, run into each other.
    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 3; i++) text.Append(PatternSample.All[random.Next(PatternSample.All.Count)].Text).Append(Bytes[random.Next(Bytes.Length)]);
        for (var i = random.Next(4); i > 0; i--) text[random.Next(text.Length)] = Bytes[random.Next(Bytes.Length)];
        return text.ToString();
    }
}
