using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Keys;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Audits.Proposals;

/// <summary>Whether a strategy takes every sampled value: those that read values (accounts, cards, hashes, places) refuse what they can't read, and stop the run there.</summary>
internal static class SampleFit
{
    private static readonly RunKey Key = RunKey.Forgotten();

    /// <summary>False where there is nothing to try it on.</summary>
    public static bool Takes(MaskChoice choice, ColumnType type, ColumnSample? sample)
    {
        if (sample is null || sample.Count == 0 || Compile(choice.Strategy, new OptionValues(choice.Options), type).Mask is not { } mask) return false;
        var output = new MaskOutput();
        var values = sample.Values.Where(value => value.Length < ColumnSample.LongestValue).ToList();
        try
        {
            foreach (var value in values)
            {
                output.Clear();
                mask.Apply(value, output);
            }
        }
        catch (MaskException)
        {
            return false;
        }
        return values.Count > 0;
    }

    /// <summary>Whether the strategy takes the type, where there are no values to try it on.</summary>
    public static bool Fits(MaskChoice choice, ColumnType type) => Compile(choice.Strategy, new OptionValues(choice.Options), type).Mask is not null;

    private static Compilation Compile(string name, OptionValues options, ColumnType type, string? locale = null) =>
        StrategyRegistry.Find(name) is not { } strategy || (strategy.Types & type.Kind) == TypeKind.None ? Compilation.DoesNotFit($"takes no {type.Name}")
        : strategy.Compile(new StrategyContext(type, options, Key.Derive($"{name}/"), Locales.Find(locale ?? Locales.Default)!, 0, AsciiOnly: false) { Inside = Compile });
}
