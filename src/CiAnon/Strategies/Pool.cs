using System.Text;

namespace CiAnon.Strategies;

/// <summary>Realistic values to pick from by keyed index: sorted, distinct, encoded once.</summary>
internal sealed class Pool
{
    /// <summary>With fewer values a pseudonym says too much about its original's neighbours.</summary>
    public const int Fewest = 20;

    private readonly byte[][] _values;

    private Pool(byte[][] values) => _values = values;

    public int Count => _values.Length;

    /// <summary>The values that fit, or null and why there are too few.</summary>
    /// <param name="values">All there are.</param>
    /// <param name="room">Characters at most; null when unlimited.</param>
    /// <param name="context">Encoding, locale and type.</param>
    /// <param name="problem">Set when the pool is null.</param>
    public static Pool? Fitting(IReadOnlyList<string> values, int? room, StrategyContext context, out string? problem)
    {
        var fitting = values.Where(value => (room is null || value.Length <= room) && (!context.AsciiOnly || Ascii.IsValid(value)));
        var pool = new Pool([.. fitting.Select(Encoding.UTF8.GetBytes)]);
        problem = pool.Count >= Fewest
            ? null
            : $"has only {pool.Count} values for locale '{context.Locale}' that fit {context.Type.Name}" +
              $"{(context.AsciiOnly ? " in ASCII, which the dump's encoding needs" : "")}; {Fewest} are needed";
        return problem is null ? pool : null;
    }

    public byte[] Pick(ulong hash) => _values[Draw.Index(hash, _values.Length)];

    /// <summary>The value after <see cref="Pick"/>'s.</summary>
    public byte[] PickNext(ulong hash) => _values[(Draw.Index(hash, _values.Length) + 1) % _values.Length];
}
