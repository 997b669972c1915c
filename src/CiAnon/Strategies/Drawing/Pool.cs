using System.Text;

namespace CiAnon.Strategies.Drawing;

/// <summary>Realistic values to pick from by keyed index: sorted, distinct, encoded once.</summary>
internal sealed class Pool
{
    /// <summary>With fewer values a pseudonym says too much about its original's neighbours.</summary>
    public const int Fewest = 20;

    private readonly byte[][] _fitting;

    // By index among all values: the index among those that fit, or -1.
    private readonly int[] _places;

    private Pool(byte[][] fitting, int[] places)
    {
        _fitting = fitting;
        _places = places;
    }

    /// <summary>What too little room takes (<see cref="Compilation.Cut"/>): where fewer than half of the values fit, results are rather alike.</summary>
    public string? Cut => _fitting.Length * 2 < _places.Length ? $"has room for only {_fitting.Length} of {_places.Length} invented values" : null;

    /// <summary>The values that fit, or null and why there are too few.</summary>
    /// <param name="values">All there are.</param>
    /// <param name="room">Characters at most; null when unlimited.</param>
    /// <param name="context">Encoding, locale and type.</param>
    /// <param name="problem">Set when the pool is null.</param>
    public static Pool? Fitting(IReadOnlyList<string> values, int? room, StrategyContext context, out string? problem)
    {
        var all = context.AsciiOnly ? values.Where(value => Ascii.IsValid(value)).ToList() : values;
        var fitting = new List<byte[]>();
        var places = new int[all.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = room is null || all[i].Length <= room ? fitting.Count : -1;
            if (places[i] >= 0) fitting.Add(Encoding.UTF8.GetBytes(all[i]));
        }
        problem = fitting.Count >= Fewest
            ? null
            : $"has only {fitting.Count} values for locale '{context.Locale}' that fit {context.Type.Name}" +
              $"{(context.AsciiOnly ? " in ASCII, which the dump's encoding needs" : "")}; {Fewest} are needed";
        return problem is null ? new Pool([.. fitting], places) : null;
    }

    /// <summary>Of all that fit.</summary>
    public int Count => _fitting.Length;

    public byte[] Pick(ulong hash) => _fitting[Place(hash)];

    /// <summary>The value after <see cref="Pick"/>'s.</summary>
    public byte[] PickNext(ulong hash) => _fitting[(Place(hash) + 1) % _fitting.Length];

    // Picked from all, so that a value that fits a short column too is the same there; what doesn't fit is picked anew.
    private int Place(ulong hash) => _places[Draw.Index(hash, _places.Length)] is >= 0 and var place ? place : Draw.Index(hash, _fitting.Length);
}
