using System.Text;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Tests.Live;

public sealed class DatabaseNamesTests
{
    [Fact]
    public void A_short_name_is_seen_whole() => Assert.Equal("shop_staging_ci_anon_new", DatabaseNames.Beside("shop_staging", "_ci_anon_new"));

    [Theory]
    [InlineData('x')]
    [InlineData('ö')]
    [InlineData('名')]
    public void A_long_name_leaves_room_for_the_suffix_and_stays_another_than_its_neighbour_and_its_database(char letter)
    {
        var name = new string(letter, DatabaseNames.MostBytes / Encoding.UTF8.GetByteCount([letter]));
        var names = new[] { name, DatabaseNames.Beside(name, "_ci_anon_new"), DatabaseNames.Beside(name, "_ci_anon_old"), DatabaseNames.Beside(name[..^1] + "a", "_ci_anon_new") };
        Assert.All(names, one => Assert.InRange(Encoding.UTF8.GetByteCount(one), 1, DatabaseNames.MostBytes));
        Assert.Equal(4, names.Distinct().Count());
        Assert.EndsWith("_ci_anon_new", names[1], StringComparison.Ordinal);
    }
}
