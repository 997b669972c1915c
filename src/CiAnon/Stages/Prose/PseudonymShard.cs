namespace CiAnon.Stages.Prose;

/// <summary>A part of the fingerprints with the places of their pseudonyms: open addressing, sixteen bytes each, at most seven eighths full.</summary>
internal sealed class PseudonymShard
{
    private ulong[] _entries = [];
    private int _count;

    /// <summary>False when the fingerprint was there: the lower place stays.</summary>
    public bool Add(ulong fingerprint, ulong place)
    {
        if (_count >= Capacity * 7L / 8) Grow();
        // Zero marks an empty place.
        if (!Put(fingerprint == 0 ? 1 : fingerprint, place + 1)) return false;
        _count++;
        return true;
    }

    public ulong? Find(ulong fingerprint)
    {
        if (_count == 0) return null;
        if (fingerprint == 0) fingerprint = 1;
        for (var i = Home(fingerprint); ; i = i + 1 == Capacity ? 0 : i + 1)
        {
            if (_entries[2 * i + 1] == 0) return null;
            if (_entries[2 * i] == fingerprint) return _entries[2 * i + 1] - 1;
        }
    }

    private int Capacity => _entries.Length / 2;

    private int Home(ulong fingerprint) => (int)Math.BigMul(fingerprint * 0x9e3779b97f4a7c15, (ulong)Capacity, out _);

    private bool Put(ulong fingerprint, ulong place)
    {
        for (var i = Home(fingerprint); ; i = i + 1 == Capacity ? 0 : i + 1)
        {
            ref var entry = ref _entries[2 * i + 1];
            if (entry != 0 && _entries[2 * i] != fingerprint) continue;
            var isNew = entry == 0;
            if (isNew || place < entry) entry = place;
            _entries[2 * i] = fingerprint;
            return isNew;
        }
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new ulong[2 * Math.Max(16, Capacity + Capacity / 2)];
        for (var i = 0; i < old.Length; i += 2)
            if (old[i + 1] != 0) Put(old[i], old[i + 1]);
    }
}
