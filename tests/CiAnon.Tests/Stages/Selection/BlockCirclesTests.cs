using CiAnon.Stages.Selection;

namespace CiAnon.Tests.Stages.Selection;

public class BlockCirclesTests
{
    [Fact]
    public void Parents_come_before_children_and_circles_stay_together()
    {
        // 0 and 1 refer to each other, 2 to itself and to them; 3 to nobody; 4 to 3 and 2.
        var circles = BlockCircles.ParentsFirst([[1], [0, 3], [2, 1], [], [3, 2]]);
        Assert.Equal(["3", "0 1", "2", "4"], circles.Select(circle => string.Join(' ', circle.Order())));
    }

    [Fact]
    public void A_line_of_as_many_tables_as_there_may_be_is_followed()
    {
        const int Tables = 100_000;
        var circles = BlockCircles.ParentsFirst([.. Enumerable.Range(0, Tables).Select(table => table + 1 < Tables ? (IReadOnlyCollection<int>)[table + 1] : [])]);
        Assert.Equal(Enumerable.Range(0, Tables).Reverse(), circles.Select(Assert.Single));
    }
}
