using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Outside;
using CiAnon.Strategies;
using CiAnon.Strategies.Custom;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Strategies;

/// <summary>The sample's plug-in, and assemblies that are none.</summary>
public class PluginStrategyTests
{
    private const int Seed = 20261129;

    [Fact]
    public void What_the_sample_declares_is_so()
    {
        var mask = Compile().Mask!;
        var again = Compile().Mask!;
        var other = Compile(key: 2).Mask!;
        var random = new Random(Seed);
        var equal = 0;
        for (var i = 0; i < 5000; i++)
        {
            var value = $"{(char)('A' + random.Next(25))}{random.Next(10)} {random.Next(10)}{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}";
            Assert.Matches("^ZZ[0-9] [0-9][A-Z]{2}$", mask.Of(value));
            Assert.Equal(mask.Of(value), again.Of(value));
            Assert.Equal(mask.Of(value), mask.Of(value.Replace(" ", "").ToLowerInvariant()));
            if (mask.Of(value) == other.Of(value)) equal++;
        }
        Assert.True(equal < 50, $"seed {Seed}: {equal} of 5000 are equal under both keys");
        Assert.Matches("^ZZ[0-9]{2}[A-Z]{2}$", Compile("settings=compact").Mask!.Of("AB1 2CD"));
        Assert.Equal("made by plug-in 'uk_postcode', by its own word deterministic", Compile().Publishes);
    }

    [Fact]
    public void Threads_share_a_plugin()
    {
        var mask = Compile().Mask!;
        var expected = mask.Of("AB1 2CD");
        Parallel.For(0, 1000, _ => Assert.Equal(expected, mask.Of("AB1 2CD")));
    }

    [Theory]
    [InlineData("assembly=nowhere.dll", "isn't there")]
    [InlineData("assembly=CiAnon.Tests.runtimeconfig.json", "can't be loaded")]
    [InlineData("assembly=Npgsql.dll", "has no public class that implements ICustomStrategy")]
    [InlineData("name=other", "finds no strategy 'other'")]
    public void An_assembly_that_can_not_be_used_is_refused_while_planning(string options, string problem) => Assert.Contains(problem, Compile(options).Problem, StringComparison.Ordinal);

    [Fact]
    public void What_a_plugin_does_not_promise_is_refused_while_planning()
    {
        Assert.Contains("the column is unique", Compile(distinct: 1000).Problem, StringComparison.Ordinal);
        Assert.Contains("which takes text", Compile(type: StrategyRun.Date).Problem, StringComparison.Ordinal);
        Assert.Contains("is refused by plug-in 'uk_postcode': a postcode needs 7 characters", Compile(type: StrategyRun.Text with { MaxLength = 5 }).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_is_told_by_its_type_only()
    {
        var failure = Assert.Throws<MaskException>(() => Of(value => throw new InvalidOperationException("Canary " + value)).Of("Canary"));
        Assert.Contains("InvalidOperationException", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", failure.ToString(), StringComparison.Ordinal);
        Assert.Throws<MaskException>(() => Of(_ => null!).Of("x"));
    }

    private static Mask Of(Func<string, string> function) => PluginStrategy.Definition.Compile(
        Context([], StrategyRun.Text, 0, 1) with { Plugins = _ => new CustomStrategies([new FunctionStrategy(function)], null) }).Mask!;

    private static Compilation Compile(string options = "", ColumnType? type = null, long distinct = 0, byte key = 1)
    {
        var given = new Dictionary<string, string> { ["assembly"] = SamplePlugin.Path };
        foreach (var option in options.Split(';', StringSplitOptions.RemoveEmptyEntries)) given[option.Split('=')[0]] = option.Split('=')[1];
        return PluginStrategy.Definition.Compile(Context(given, type ?? StrategyRun.Text, distinct, key) with { Plugins = path => new PluginAssemblies().Load(Path.GetFullPath(path, AppContext.BaseDirectory)) });
    }

    private static StrategyContext Context(Dictionary<string, string> options, ColumnType type, long distinct, byte key)
    {
        options.TryAdd("assembly", "x");
        return new StrategyContext(type, new OptionValues(options), RunKey.FromBase64(Convert.ToBase64String(Enumerable.Repeat(key, 32).ToArray()), out _)!.Derive("plugin/"), "en", distinct, AsciiOnly: false);
    }

    private sealed class FunctionStrategy(Func<string, string> function) : ICustomStrategy, ICustomMask
    {
        public string Name => "function";

        public string Summary => "calls a function";

        public TypeKind Types => TypeKind.Any;

        public bool IsDeterministic => true;

        public bool KeepsDistinct => true;

        public ICustomMask Create(CustomColumn column) => this;

        public string Mask(string value) => function(value);
    }
}
