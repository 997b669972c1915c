using System.Collections.Concurrent;

namespace CiAnon.Residual;

/// <summary>The found fingerprints, all 128 bits of them, and which of them were seen among the originals again. Safe for several threads.</summary>
internal sealed class Confirmations
{
    private readonly ConcurrentDictionary<UInt128, bool> _found;
    private readonly ConcurrentDictionary<UInt128, string> _sources = [];
    private int _missing;

    public Confirmations(IEnumerable<UInt128> found)
    {
        _found = new(found.Distinct().Select(hash => KeyValuePair.Create(hash, value: false)));
        _missing = _found.Count;
    }

    /// <summary>Nothing is left to be seen.</summary>
    public bool AreAll => Volatile.Read(ref _missing) == 0;

    public bool IsConfirmed(UInt128 hash) => _found.TryGetValue(hash, out var confirmed) && confirmed;

    /// <summary>The columns whose originals they are, as far as anybody said.</summary>
    public IReadOnlyList<string> SourcesOf(IEnumerable<UInt128> found) => [.. found.Select(hash => _sources.GetValueOrDefault(hash)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <param name="source">The column that it stood in.</param>
    internal void See(UInt128 hash, string? source)
    {
        if (!_found.TryUpdate(hash, newValue: true, comparisonValue: false)) return;
        if (source is not null) _sources[hash] = source;
        Interlocked.Decrement(ref _missing);
    }
}
