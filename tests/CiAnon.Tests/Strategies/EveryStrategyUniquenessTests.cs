using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies;

/// <summary>Strategies that promise to keep distinct values distinct do, wherever they take a unique column at all.</summary>
public class EveryStrategyUniquenessTests
{
    private const int Million = 1_000_000;

    // As many as the strategy takes in a unique column: a MAC address has few digits, and a million takes its time.
    private static readonly int[] Counts = [50_000, 1_000, 100];

    // Too few values to be made many of.
    private static readonly string[] Narrow = ["mood", "latitude", "place", "point", "cidr", "bic"];

    /// <summary>Every use whose strategy promises uniqueness, and how many values it takes.</summary>
    public static TheoryData<string, string, string, int> Uses
    {
        get
        {
            var uses = new TheoryData<string, string, string, int>();
            foreach (var (strategy, options, type) in Promising)
                if (Counts.FirstOrDefault(most => Takes(strategy, options, type, most)) is > 0 and var count) uses.Add(strategy, options, type, count);
            return uses;
        }
    }

    /// <summary>Those that always keep values apart, and not with a probability only.</summary>
    public static TheoryData<string, string, string> AlwaysUses
    {
        get
        {
            var uses = new TheoryData<string, string, string>();
            foreach (var (strategy, options, type) in Promising)
                if (PromiseOf(strategy) == Uniqueness.Always && Takes(strategy, options, type, Million)) uses.Add(strategy, options, type);
            return uses;
        }
    }

    private static IEnumerable<(string Strategy, string Options, string Type)> Promising =>
        StrategyUses.All.Select(row => row.Data).Where(use => !Narrow.Contains(use.Item3) && PromiseOf(use.Item1) is not (Uniqueness.No or Uniqueness.Declared));

    [Fact]
    public void Every_strategy_that_takes_a_unique_column_is_measured() =>
        Assert.Equal(Promising.Where(use => Takes(use.Strategy, use.Options, use.Type, 2)).Select(use => use.Strategy).Distinct().Order(), Uses.Select(row => row.Data.Item1).Distinct().Order());

    [Theory]
    [MemberData(nameof(Uses))]
    public void Distinct_values_stay_distinct(string strategy, string options, string type, int count) => AssertDistinct(strategy, options, type, count);

    [Theory]
    [Trait("When", "nightly")]
    [MemberData(nameof(AlwaysUses))]
    public void A_million_distinct_values_do(string strategy, string options, string type) => AssertDistinct(strategy, options, type, Million);

    private static Uniqueness PromiseOf(string strategy) => StrategyRegistry.Find(strategy)!.Guarantees.Uniqueness;

    private static bool Takes(string strategy, string options, string type, int count) => StrategyRun.Compile(strategy, StrategyUses.TypeOf(type), options, distinct: count).Mask is not null;

    private static void AssertDistinct(string strategy, string options, string type, int count)
    {
        var mask = StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options, distinct: count);
        var random = new Random(StrategyUses.Seed);
        var originals = new HashSet<string>();
        while (originals.Count < count) originals.Add(Folded(StrategyUses.AnyValue(random, type)));
        Assert.Equal(count, originals.Select(mask.Of).Distinct().Count());

        // Addresses that differ in case only are one to whoever folds it.
        string Folded(string value) => options.Contains("fold_case=true", StringComparison.Ordinal) ? value.ToLowerInvariant() : value;
    }
}
