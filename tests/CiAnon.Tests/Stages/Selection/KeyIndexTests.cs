using CiAnon.Stages.Selection;

namespace CiAnon.Tests.Stages.Selection;

public class KeyIndexTests
{
    private const ulong Zero = 1UL << 63;

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(1_000UL)]
    [InlineData(0x1234_5678_9abcUL)]
    public void Rows_are_found_by_keys_that_lie_close_together_and_by_others(ulong step)
    {
        var (first, second) = (new LongList(), new LongList());
        for (ulong row = 0; row < 1000; row++) first.Add(row % 10 == 0 ? KeyHasher.None : Zero + row * step);
        for (ulong row = 1000; row < 1500; row++) second.Add(Zero + row * step);
        var index = new KeyIndex([(first, 100), (new LongList(), 1100), (second, 5000)]);
        Assert.False(index.HasDuplicates);
        for (var row = 0; row < 1000; row++) Assert.Equal(row % 10 == 0 ? RowGraph.None : 100 + row, index.Find(Zero + (ulong)row * step));
        for (var row = 1000; row < 1500; row++) Assert.Equal(4000 + row, index.Find(Zero + (ulong)row * step));
        foreach (var other in (ulong[])[1, Zero - 1, Zero, Zero + 1500 * step, Zero + 1_000_000 * step, ulong.MaxValue]) Assert.Equal(RowGraph.None, index.Find(other));
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(1_000_000UL)]
    public void A_key_of_two_rows_is_told(ulong step)
    {
        var keys = new LongList();
        foreach (ulong key in (ulong[])[1, 2, 3, 2]) keys.Add(Zero + key * step);
        Assert.True(new KeyIndex([(keys, 0)]).HasDuplicates);
    }

    [Fact]
    public void Without_keys_nothing_is_found()
    {
        var keys = new LongList();
        keys.Add(KeyHasher.None);
        Assert.Equal((RowGraph.None, RowGraph.None), (new KeyIndex([(keys, 0)]).Find(Zero), new KeyIndex([]).Find(Zero)));
    }
}
