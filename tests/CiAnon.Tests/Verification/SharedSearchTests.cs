using System.Text;
using CiAnon.Catalogs;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Tests.Residual;
using CiAnon.Verification.Search;

namespace CiAnon.Tests.Verification;

/// <summary>Threads without a table search rows of those that others read, and nothing is counted twice or lost.</summary>
public class SharedSearchTests
{
    private static readonly byte[] Rows = Encoding.ASCII.GetBytes("delivered\njohn@mail.example\nDE44500105175407324931\n\\N\n0170 1234567\n");

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void One_table_is_searched_by_all_of_them(int helpers)
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"), (PersonalKind.Phone, "0170 1234567"));
        var (shared, scan, others, pieces) = (new SharedSearch(helpers + 1), Scan(originals), 0, 0);
        var table = shared.Open(scan, () =>
        {
            Interlocked.Increment(ref others);
            return Scan(originals);
        });
        var threads = Help(shared, helpers);
        for (; pieces < 5000 || Volatile.Read(ref others) == 0; pieces++) table.Walk(Rows);
        table.Close();
        shared.End();
        threads.ForEach(thread => thread.Join());

        Assert.InRange(others, 1, helpers + 1);
        Assert.Equal(4L * pieces, scan.Residual.FieldsScanned);
        Assert.Equal(4L * pieces, scan.Patterns.Seen(0));
        var alone = Scan(originals);
        for (var i = 0; i < pieces; i++) alone.Walk(Rows);
        var (found, expected) = (scan.Residual.Tally(), alone.Residual.Tally());
        Assert.Equal([(PersonalKind.Email, (long)pieces)], found.Hits().Select(hit => (hit.Kind, hit.Count)));
        var patterns = Enumerable.Range(0, alone.Patterns.Recognizers.Count).ToList();
        Assert.Contains(patterns, recognizer => alone.Patterns.Found(0, recognizer).Matching > 0);
        Assert.All(patterns, recognizer => Assert.Equal(alone.Patterns.Found(0, recognizer), scan.Patterns.Found(0, recognizer)));
        Assert.Equal(expected.ByChance().Select(hit => (hit.Kind, hit.Count)), found.ByChance().Select(hit => (hit.Kind, hit.Count)));
    }

    [Fact]
    public void Without_helpers_who_reads_searches_all()
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"));
        var (shared, scan) = (new SharedSearch(4), Scan(originals));
        var table = shared.Open(scan, () => throw new InvalidOperationException("nobody is there to need one"));
        for (var i = 0; i < 100; i++) table.Walk(Rows);
        table.Close();
        Assert.Equal(400, scan.Residual.FieldsScanned);
    }

    [Fact]
    public void What_fails_elsewhere_fails_the_table()
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"));
        var (shared, asked) = (new SharedSearch(2), false);
        var table = shared.Open(Scan(originals), () =>
        {
            Volatile.Write(ref asked, true);
            throw new InvalidDataException("elsewhere");
        });
        var threads = Help(shared, 1);
        while (!Volatile.Read(ref asked)) table.Walk(Rows);
        Assert.Equal("elsewhere", Assert.Throws<InvalidDataException>(table.Close).Message);
        shared.End();
        threads.ForEach(thread => thread.Join());
    }

    private static List<Thread> Help(SharedSearch shared, int helpers)
    {
        var threads = Enumerable.Range(0, helpers).Select(_ => new Thread(() => shared.Help(CancellationToken.None))).ToList();
        threads.ForEach(thread => thread.Start());
        return threads;
    }

    private static TableScan Scan(Originals originals) => new(
        new FieldScanner(originals, [new ScannedColumn(TypeKind.Text, "text", [])]), [true],
        new PatternScanner(Recognizers.All, [new ScannedPattern("note", TypeKind.Text, null, new HashSet<PersonalKind>())]));
}
