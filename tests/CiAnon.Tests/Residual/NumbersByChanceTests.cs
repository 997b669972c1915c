using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>Numbers that equal originals by chance are told from leaked ones.</summary>
public class NumbersByChanceTests
{
    [Theory]
    [InlineData(0, 5, 1)]
    [InlineData(1, 1e-5, 9.99995e-6)]
    [InlineData(3, 1, 0.0803014)]
    [InlineData(10, 3.5, 0.0033149)]
    [InlineData(120, 100, 0.0282273)]
    [InlineData(80, 100, 0.9828816)]
    public void The_tail_of_the_distribution_is_what_tables_say(long found, double expected, double probability) =>
        Assert.Equal(probability, ChanceMatches.AtLeast(found, expected), probability * 1e-3);

    [Fact]
    public void Large_expectations_are_judged_alike() =>
        Assert.Equal(ChanceMatches.AtLeast(10_300, 9_999), ChanceMatches.AtLeast(10_301, 10_000.5), 1e-3);

    [Fact]
    public void Random_numbers_against_many_phones_are_no_leak_and_phones_among_them_are()
    {
        // A fixed seed: one of ten thousand columns is taken for a leak by design.
        const int seed = 20261121;
        var random = new Random(seed);
        using var originals = new Originals(Searched.Key);
        var sink = originals.Collect([PersonalKind.Phone]);
        var phones = Enumerable.Range(0, 300_000).Select(_ => $"0{random.NextInt64(150_0000000, 180_0000000)}").ToArray();
        foreach (var phone in phones) sink.Field(0, System.Text.Encoding.ASCII.GetBytes(phone));
        originals.Freeze();

        var orders = Enumerable.Range(0, 50_000).Select(_ => $"{random.NextInt64(100_0000000, 200_0000000)}").ToArray();
        var clean = originals.In(orders, TypeKind.Integer, "int8");
        Assert.True(clean.Hits().Count == 0, $"seed {seed}");
        Assert.NotEmpty(clean.ByChance());

        var leaking = originals.In(orders.Concat(phones.Take(200).Select(phone => phone[1..])), TypeKind.Integer, "int8");
        Assert.True(leaking.Hits().Count == 1, $"seed {seed}");

        var written = originals.In(orders.Concat(phones.Take(1).Select(phone => $"{phone[..4]}/{phone[4..]}")));
        Assert.True(written.Hits().Count == 0 || written.Hits()[0].Count == 1, $"seed {seed}");
    }

    [Fact]
    public void Ids_that_count_up_are_no_leak_of_short_phones()
    {
        using var originals = new Originals(Searched.Key);
        var sink = originals.Collect([PersonalKind.Phone]);
        for (var i = 0; i < 5000; i++) sink.Field(0, System.Text.Encoding.ASCII.GetBytes($"555-{i * 2 % 10_000:0000}"));
        originals.Freeze();
        Assert.Empty(originals.In(Enumerable.Range(5_550_000, 10_000).Select(id => id.ToString()), TypeKind.Integer, "int4").Hits());
    }

    [Fact]
    public void One_number_in_a_clean_column_is_a_leak()
    {
        using var originals = Searched.For((PersonalKind.Phone, "+49 170 1234567"));
        Assert.Single(originals.In("01701234567").Hits());
        Assert.Single(originals.In("1701234567", TypeKind.Integer, "int8").Hits());
    }
}
