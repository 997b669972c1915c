using CiAnon.Keys;
using CiAnon.Verification.Anonymity;

namespace CiAnon.Tests.Verification;

/// <summary>Rows that share a combination have one hash, and NULL and the empty string are values of their own.</summary>
public class GroupScanTests
{
    [Fact]
    public void Combinations_are_told_apart_by_the_chosen_fields_alone()
    {
        var scan = Scan(_ => true);
        scan.Walk("1\ta\tb\tx\n2\ta\tb\ty\n3\tab\t\tx\n4\ta\t\\N\tx\n"u8);
        scan.Walk("5\ta\t\tx\n6\ta\tb\tz\n"u8);
        var hashes = scan.Take();
        Assert.Equal(6, hashes.Count);
        Assert.Equal([3, 1, 1, 1], hashes.GroupBy(hash => hash).Select(group => group.Count()).OrderDescending());
        Assert.Equal(hashes[0], hashes[1]);
    }

    [Fact]
    public void Nothing_is_kept_of_too_many_rows()
    {
        var scan = Scan(_ => false);
        scan.Walk("1\ta\tb\n"u8);
        scan.Walk("1\ta\tb\n"u8);
        Assert.Empty(scan.Take());
    }

    private static GroupScan Scan(Func<int, bool> isWanted) => new([1, 2], new SipHash(new byte[16]), isWanted);
}
