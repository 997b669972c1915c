using System.Text;
using CiAnon.Catalogs;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Tests.Residual;
using CiAnon.Verification.Search;

namespace CiAnon.Tests.Verification;

/// <summary>What comes again isn't looked at again, and yet everything is counted as if it were.</summary>
public class TableScanTests
{
    private static readonly string[] Values =
        ["delivered", "EUR", "john@mail.example", "call 0170 1234567", "0170 1234567", "701234567", "on 14 March 1987", "4111 1111 1111 1111", "someone@else.example", "/fr/products/7680?utm=7c86ec9a", "DE44500105175407324931"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Repeated_values_count_as_each_of_them_would(int seed)
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"), (PersonalKind.Phone, "0170 1234567"), (PersonalKind.BirthDate, "1987-03-14"), (PersonalKind.Phone, "0170 7012345"));
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 5000).Select(_ => Values[random.Next(Values.Length)]).ToList();

        var (scan, residual, patterns) = (Scan(originals), Residual(originals), Patterns());
        scan.Walk(Encoding.ASCII.GetBytes(string.Concat(rows.Select(row => row + "\n"))));
        foreach (var row in rows)
        {
            residual.Field(0, Encoding.ASCII.GetBytes(row));
            patterns.Field(0, Encoding.ASCII.GetBytes(row));
        }

        Assert.Equal(residual.FieldsScanned, scan.Residual.FieldsScanned);
        var (expected, found) = (residual.Tally(), scan.Residual.Tally());
        Assert.NotEmpty(expected.Hits());
        Assert.Equal(Shown(expected.Hits()), Shown(found.Hits()));
        Assert.Equal(Shown(expected.ByChance()), Shown(found.ByChance()));
        Assert.Equal(5000, scan.Patterns.Seen(0));
        var counts = Enumerable.Range(0, patterns.Recognizers.Count).Select(recognizer => patterns.Found(0, recognizer)).ToList();
        Assert.Contains(counts, count => count.Matching > 0);
        Assert.Equal(counts, Enumerable.Range(0, patterns.Recognizers.Count).Select(recognizer => scan.Patterns.Found(0, recognizer)));
    }

    [Fact]
    public void What_chance_gives_counts_for_every_repetition()
    {
        // Of so many numbers as there are originals, a written one meets some by chance, each time that it comes.
        using var originals = Searched.For([.. Enumerable.Range(0, 2000).Select(i => (PersonalKind.Phone, $"{170_000_000 + i * 37}"))]);
        var (scan, residual) = (Scan(originals), Residual(originals));
        var rows = Enumerable.Range(0, 4000).Select(i => $"{170_000_000 + i % 50 * 37}").ToList();
        scan.Walk(Encoding.ASCII.GetBytes(string.Concat(rows.Select(row => row + "\n"))));
        foreach (var row in rows) residual.Field(0, Encoding.ASCII.GetBytes(row));
        Assert.Equal(Shown(residual.Tally().Hits()), Shown(scan.Residual.Tally().Hits()));
    }

    private static IEnumerable<(PersonalKind, string, long)> Shown(IReadOnlyList<ResidualHit> hits) => hits.Select(hit => (hit.Kind, hit.Path, hit.Count));

    private static TableScan Scan(Originals originals) => new(Residual(originals), [true], Patterns());

    private static FieldScanner Residual(Originals originals) => new(originals, [new ScannedColumn(TypeKind.Text, "text", [])]);

    private static PatternScanner Patterns() => new(Recognizers.All, [new ScannedPattern("note", TypeKind.Text, null, new HashSet<PersonalKind>())]);
}
