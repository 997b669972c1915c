using System.Text;
using CiAnon.Strategies;
using CiAnon.Tests.Copy;

namespace CiAnon.Tests.Residual;

/// <summary>The filters in front of the fingerprints lose nothing: what is found is what comparing every run of words finds.</summary>
public class EveryRunOfWordsTests
{
    private const int MostWords = 12;

    private const string Separators = " .,;-_/@()";

    [Theory]
    [InlineData(60)]
    [InlineData(300, Traits = ["When", "nightly"])]
    public void Finds_what_a_comparison_of_every_run_of_words_finds(int rounds)
    {
        var random = RandomTexts.Seeded(out var seed);
        for (var round = 0; round < rounds; round++)
        {
            var logins = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Login(random)).ToList();
            using var originals = Searched.For([.. logins.Select(login => (PersonalKind.Username, string.Join('_', login)))]);
            var words = Enumerable.Range(0, round == 0 ? 40_000 : random.Next(1, 200)).SelectMany(_ => Piece(random, logins)).ToList();

            var found = originals.In(string.Concat(words.Select(word => word + Separators[random.Next(Separators.Length)]))).Fingerprints.ToHashSet();

            var expected = Runs(words).Intersect(logins.Select(login => string.Concat(login))).Select(run => originals.Fingerprints.Of(Encoding.ASCII.GetBytes(run)));
            Assert.True(found.SetEquals(expected), $"seed {seed}, round {round}");
        }
    }

    private static HashSet<string> Runs(List<string> words)
    {
        var runs = new HashSet<string>();
        for (var first = 0; first < words.Count; first++)
        {
            var run = "";
            foreach (var word in words.Skip(first).Take(MostWords)) runs.Add(run += word);
        }
        return runs;
    }

    // One to four words, at least five letters and digits, a digit at the end and a letter before: what says enough.
    private static List<string> Login(Random random) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => Letters(random, 1, 6)), $"{Letters(random, 4, 9)}{random.Next(10)}"];

    private static string Letters(Random random, int fewest, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(fewest, most)).Select(_ => (char)('a' + random.Next(4))));

    // A login, a part of one, or something else.
    private static List<string> Piece(Random random, List<List<string>> logins)
    {
        var login = logins[random.Next(logins.Count)];
        return random.Next(10) switch
        {
            0 => login,
            1 => [login[0]],
            2 => [.. login, Letters(random, 1, 3)],
            3 => [random.Next(1000).ToString(System.Globalization.CultureInfo.InvariantCulture)],
            _ => [Letters(random, 1, 9)],
        };
    }
}
