using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies;

/// <summary>No value stays, keys decide, and equal values get equal pseudonyms, as every strategy guarantees.</summary>
public class EveryStrategyChangesTests
{
    [Theory]
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void Values_never_stay_and_pseudonyms_are_the_same_every_time(string strategy, string options, string type)
    {
        var guarantees = StrategyRegistry.Find(strategy)!.Guarantees;
        var (mask, again) = (StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options), StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options));
        var random = new Random(StrategyUses.Seed);
        for (var i = 0; i < 5000; i++)
        {
            var value = Encoding.UTF8.GetBytes(StrategyUses.AnyValue(random, type));
            var result = mask.Of(value);
            var where = $"seed {StrategyUses.Seed}, value {i}";
            Assert.True(!guarantees.AlwaysChanges || !result.AsSpan().SequenceEqual(value), where);
            Assert.True(result.AsSpan().SequenceEqual(again.Of(value)), where);
            Assert.True(!guarantees.PreservesLength || result.Length == value.Length, where);
        }
    }

    [Theory]
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void Another_key_gives_other_pseudonyms(string strategy, string options, string type)
    {
        // All dates move alike: keys are told apart by one of them.
        if (strategy is "shift" or "blob" || StrategyRegistry.Find(strategy)!.Options.All(option => option.Name != "seed") || options.StartsWith("truncate", StringComparison.Ordinal))
            return;
        var (mask, other) = (StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options), StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options, key: 2));
        var random = new Random(StrategyUses.Seed);
        var values = Enumerable.Range(0, 200).Select(_ => StrategyUses.AnyValue(random, type)).ToList();
        var equal = values.Count(value => mask.Of(value) == other.Of(value));
        Assert.True(equal < values.Count / 2, $"seed {StrategyUses.Seed}: {equal} of {values.Count} are equal under both keys");
    }

    /// <summary>Written by the value, by what it is written in; digits and alphabets leave on purpose whatever is no digit, `redact_last` what stands before the last characters, and `free_text` whatever names nobody.</summary>
    [Theory]
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void A_name_beside_a_value_never_stays(string strategy, string options, string type)
    {
        if (strategy is "digits" or "free_text" || options.StartsWith("alphabet=", StringComparison.Ordinal) || options.StartsWith("redact_last=", StringComparison.Ordinal) || StrategyUses.TypeOf(type).Kind != TypeKind.Text) return;
        foreach (var asciiOnly in new[] { false, true })
        {
            // Names of a locale and characters of the policy may be beyond ASCII.
            if (asciiOnly && !options.All(char.IsAscii)) continue;
            var mask = StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options, ascii: asciiOnly);
            var random = new Random(StrategyUses.Seed);
            foreach (var name in new[] { "Qwertinho", "Ковальская", "山田太郎丸", "सुनीता", "Müßigöäü" })
                for (var i = 0; i < 50; i++)
                {
                    var value = StrategyUses.AnyValue(random, type);
                    foreach (var text in new[] { $"{name}: {value}", $"{value} {name}", $"{value}/{name}", $"{name}{value}" })
                        AssertGone(mask, (asciiOnly && name[0] == 'M' ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text), name);
                }
        }

        void AssertGone(Mask mask, byte[] value, string name)
        {
            byte[] result;
            try
            {
                result = mask.Of(value);
            }
            catch (MaskException)
            {
                return;
            }
            // Some characters may be drawn, or kept by the policy; five in a row are the name.
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Latin1 })
                for (var at = 0; at + 5 <= name.Length; at++)
                    Assert.True(result.AsSpan().IndexOf(encoding.GetBytes(name[at..(at + 5)])) < 0, $"seed {StrategyUses.Seed}: {encoding.GetString(value)} became {encoding.GetString(result)}");
        }
    }
}
