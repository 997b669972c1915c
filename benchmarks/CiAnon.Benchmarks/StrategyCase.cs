using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Benchmarks;

/// <param name="Value">The original of a row, by its number.</param>
/// <param name="Options">As <c>name=value;name=value</c>.</param>
internal sealed record StrategyCase(string Strategy, ColumnType Type, Func<long, string> Value, string Options)
{
    public const int Customers = 100_000;

    // Never disposed: it lives as long as the process.
    private static readonly Lazy<RunProse> Prose = new(() =>
    {
        var prose = new RunProse();
        Tickets.Know(prose, Tickets.NoOriginals(), Customers);
        return prose;
    });

    public Mask Compile()
    {
        var prose = Strategy == "free_text" ? Prose.Value : null;
        var key = RunKey.FromBase64(Convert.ToBase64String(new byte[32]), out _)!;
        var given = Options.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var compilation = Of(Strategy, new OptionValues(given), Type);
        return compilation.Mask ?? throw new InvalidOperationException(compilation.Problem);

        Compilation Of(string name, OptionValues values, ColumnType column, string? locale = null) => StrategyRegistry.Find(name)!.Compile(
            new StrategyContext(column, values, key.Derive(name + "/"), locale ?? "en", 0, AsciiOnly: false) { Inside = Of, Prose = prose, Allowed = column.Kind == TypeKind.Enum ? StrategyCases.Moods : null });
    }

    /// <summary>Originals of so many megabytes.</summary>
    public IReadOnlyList<byte[]> Values(int megabytes)
    {
        var values = new List<byte[]>();
        var bytes = 0L;
        for (long id = 1; bytes < megabytes * 1_000_000; id++)
        {
            values.Add(Encoding.UTF8.GetBytes(Value(id)));
            bytes += values[^1].Length;
        }
        return values;
    }
}
