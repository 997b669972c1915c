using System.Collections.Concurrent;

namespace CiAnon.Residual;

/// <summary>
/// The found fingerprints, all 128 bits of them, and where they were seen among the originals again. Safe for several threads: of
/// several places the one of the lowest rank counts, whoever reads first.
/// </summary>
internal sealed class Confirmations
{
    private const int Nowhere = int.MaxValue;

    private readonly ConcurrentDictionary<UInt128, Seen> _found;
    private readonly Dictionary<int, int> _times = [];
    private readonly SortedSet<int> _ranks = [];
    private readonly Lock _changing = new();
    private int _highest;

    public Confirmations(IEnumerable<UInt128> found)
    {
        _found = new(found.Distinct().Select(hash => KeyValuePair.Create(hash, new Seen(Nowhere, Source: null))));
        if (_found.IsEmpty) return;
        _times[Nowhere] = _found.Count;
        _ranks.Add(Nowhere);
        _highest = Nowhere;
    }

    /// <summary>Nothing is left to be seen.</summary>
    public bool AreAll => Volatile.Read(ref _highest) != Nowhere;

    public bool IsConfirmed(UInt128 hash) => _found.TryGetValue(hash, out var seen) && seen.Rank != Nowhere;

    /// <summary>Whoever has that rank, or a higher one, has nothing to add.</summary>
    public bool AreAllUpTo(int rank) => Volatile.Read(ref _highest) <= rank;

    /// <summary>The columns whose originals they are, as far as anybody said.</summary>
    public IReadOnlyList<string> SourcesOf(IEnumerable<UInt128> found) =>
        [.. found.Select(hash => _found.GetValueOrDefault(hash)?.Source).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <param name="source">The column that it stood in.</param>
    /// <param name="rank">Of whoever read it.</param>
    internal void See(UInt128 hash, string? source, int rank)
    {
        if (!_found.TryGetValue(hash, out var seen) || seen.Rank <= rank) return;
        lock (_changing)
        {
            var before = _found[hash].Rank;
            if (before <= rank) return;
            _found[hash] = new Seen(rank, source);
            if (--_times[before] == 0) _ranks.Remove(before);
            _times[rank] = _times.GetValueOrDefault(rank) + 1;
            _ranks.Add(rank);
            Volatile.Write(ref _highest, _ranks.Max);
        }
    }

    private sealed record Seen(int Rank, string? Source);
}
