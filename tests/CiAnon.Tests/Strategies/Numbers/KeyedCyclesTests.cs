using CiAnon.Keys;
using CiAnon.Strategies.Sets;

namespace CiAnon.Tests.Strategies.Numbers;

public class KeyedCyclesTests
{
    private const int Seed = 20261129;

    [Fact]
    public void Everybody_gets_somebody_elses_place_of_the_same_group_and_every_place_is_given_once()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 500; round++)
        {
            var count = random.Next(1, 40);
            int[] groups = [.. Enumerable.Range(0, random.Next(300)).Select(_ => random.Next(count))];
            var sources = KeyedCycles.Sources(Hash(1), groups, count);
            var sizes = groups.CountBy(group => group).ToDictionary();
            for (var member = 0; member < groups.Length; member++)
            {
                var isAlone = sizes[groups[member]] == 1;
                Assert.True(isAlone == (sources[member] == KeyedCycles.Alone) && sources[member] != member && (isAlone || groups[sources[member]] == groups[member]), $"seed {Seed}, round {round}, member {member}");
            }
            var given = sources.Where(source => source != KeyedCycles.Alone).ToList();
            Assert.Equal(given.Count, given.Distinct().Count());
            Assert.Equal(groups.Length - sizes.Values.Count(size => size == 1), given.Count);
        }
    }

    [Fact]
    public void The_key_and_nothing_else_decides()
    {
        var groups = new int[1000];
        var sources = KeyedCycles.Sources(Hash(1), groups, 1);
        Assert.Equal(sources, KeyedCycles.Sources(Hash(1), groups, 1));
        Assert.True(sources.Zip(KeyedCycles.Sources(Hash(2), groups, 1)).Count(pair => pair.First == pair.Second) < 20);
    }

    [Fact]
    public void Every_place_is_as_likely_as_every_other()
    {
        // 5 places of each of 6 members; 1000 draws each are expected, and 5 standard deviations are 144.
        var seen = new int[6, 6];
        for (var key = 0; key < 5000; key++)
        {
            var sources = KeyedCycles.Sources(Hash(key), new int[6], 1);
            for (var member = 0; member < 6; member++) seen[member, sources[member]]++;
        }
        for (var member = 0; member < 6; member++)
            for (var source = 0; source < 6; source++) Assert.InRange(seen[member, source], member == source ? 0 : 856, member == source ? 0 : 1144);
    }

    private static SipHash Hash(int key) => new([.. BitConverter.GetBytes((long)key), .. new byte[8]]);
}
