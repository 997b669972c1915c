using System.Collections.Concurrent;

namespace CiAnon.Residual;

/// <summary>
/// Pseudonyms that equal originals of somebody else by chance, and were put into texts that stay otherwise: how many values they stand in.
/// What is found in as many values of such columns, and no more, is no leak. Safe for several threads.
/// </summary>
internal sealed class Insertions
{
    private readonly ConcurrentDictionary<UInt128, long> _values = [];

    /// <summary>A value holds what has this fingerprint, because the run put it there.</summary>
    public void Add(UInt128 hash) => _values.AddOrUpdate(hash, 1, static (_, count) => count + 1);

    public bool Contains(UInt128 hash) => _values.ContainsKey(hash);

    /// <summary>Makes hits of all that was found in more values than it was put into.</summary>
    public void Settle(IReadOnlyList<HitTally> tallies)
    {
        var found = tallies.SelectMany(tally => tally.Inserted).GroupBy(inserted => inserted.Match.Hash).ToDictionary(group => group.Key, group => group.Sum(inserted => inserted.Values));
        foreach (var tally in tallies)
            foreach (var (field, match, path, values) in tally.Inserted)
                if (found[match.Hash] > _values.GetValueOrDefault(match.Hash)) tally.Hit(field, match, path, values);
    }
}
