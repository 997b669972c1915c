using System.Collections.Concurrent;

namespace CiAnon.Verification.Residual;

/// <summary>The found fingerprints, all 128 bits of them, and which of them were seen among the originals again. Safe for several threads.</summary>
internal sealed class Confirmations(IEnumerable<UInt128> found)
{
    private readonly ConcurrentDictionary<UInt128, bool> _found = new(found.Distinct().Select(hash => KeyValuePair.Create(hash, value: false)));

    public int Count => _found.Count;

    public bool IsConfirmed(UInt128 hash) => _found.TryGetValue(hash, out var confirmed) && confirmed;

    internal void See(UInt128 hash)
    {
        if (_found.ContainsKey(hash)) _found[hash] = true;
    }
}
