using CiAnon.Residual.Dates;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>
/// What was found in one table, or in texts outside tables. Scanners of the same table are added up before anything is judged. Memory
/// is bounded: beyond the bounds hits are counted, not remembered.
/// </summary>
internal sealed class HitTally
{
    private const int MostPlaces = 1000;
    private const int MostFingerprints = 4096;
    private const int FewestPerPlace = 16;

    private readonly Dictionary<(int Field, PersonalKind Kind, string Path, NumberForm Form), Found> _places = [];
    private readonly Dictionary<(int Field, NumberForm Form), double> _expected = [];
    private readonly Dictionary<(int Field, UInt128 Hash), (ValueMatch Match, string Path, long Values)> _inserted = [];
    private readonly Dictionary<int, DaySet> _days = [];
    private BirthDays? _birthDays;
    private int _remembered;

    public bool IsEmpty => _places.Count == 0;

    /// <summary>What the run may have put there itself: <see cref="Insertions.Settle"/> decides.</summary>
    public IEnumerable<(int Field, ValueMatch Match, string Path, long Values)> Inserted => _inserted.Select(found => (found.Key.Field, found.Value.Match, found.Value.Path, found.Value.Values));

    /// <summary>All that were found.</summary>
    public IEnumerable<UInt128> Fingerprints => _places.Values.SelectMany(found => found.Hashes);

    public void Hit(int field, ValueMatch match, string path, long values = 1)
    {
        var key = (field, match.Kind, path, match.Number);
        if (_places.Count >= MostPlaces && !_places.ContainsKey(key)) key.Item3 = "";
        Remember(Place(key), match.Hash, values);
    }

    /// <summary>Found where the run may have put it.</summary>
    public void MayBeInserted(int field, ValueMatch match, string path)
    {
        var key = (field, match.Hash);
        _inserted[key] = _inserted.TryGetValue(key, out var found) ? found with { Values = found.Values + 1 } : (match, path, 1);
    }

    public void Expect(int field, NumberForm form, double matches) => _expected[(field, form)] = _expected.GetValueOrDefault((field, form)) + matches;

    /// <summary>All dates of a field that its scanner read, and goes on to read: the set is taken as it is, not copied.</summary>
    /// <param name="birthDays">What they were looked up among.</param>
    public void Expect(int field, DaySet days, BirthDays birthDays)
    {
        _birthDays = birthDays;
        if (!_days.TryAdd(field, days)) _days[field].Add(days);
    }

    /// <summary>Adds what another scanner of the same table found.</summary>
    public void Add(HitTally other) => Add(other, asOne: false);

    /// <summary>Adds what was found in one object: once, however often it is there.</summary>
    public void AddObject(HitTally other) => Add(other, asOne: true);

    private void Add(HitTally other, bool asOne)
    {
        foreach (var (key, found) in other._places)
        {
            var place = Place(key);
            place.Count += asOne ? 1 : found.Count;
            foreach (var hash in found.Hashes) Remember(place, hash, 0);
        }
        foreach (var (key, found) in other._inserted)
            _inserted[key] = _inserted.TryGetValue(key, out var here) ? here with { Values = here.Values + found.Values } : found;
        foreach (var ((field, form), matches) in other._expected) Expect(field, form, matches);
        foreach (var (field, days) in other._days) Expect(field, days, other._birthDays!);
    }

    /// <summary>The leaks: all hits but numbers and dates that chance explains.</summary>
    public IReadOnlyList<ResidualHit> Hits() => Judge(areExplained: false);

    /// <summary>Numbers and dates that equal originals no more often than chance explains.</summary>
    public IReadOnlyList<ResidualHit> ByChance() => Judge(areExplained: true);

    private Found Place((int, PersonalKind, string, NumberForm) key)
    {
        if (!_places.TryGetValue(key, out var place)) _places[key] = place = new Found();
        return place;
    }

    private void Remember(Found place, UInt128 hash, long count)
    {
        place.Count += count;
        if ((_remembered < MostFingerprints || place.Hashes.Count < FewestPerPlace) && place.Hashes.Add(hash)) _remembered++;
    }

    private List<ResidualHit> Judge(bool areExplained)
    {
        var distinct = _places.GroupBy(place => (place.Key.Field, place.Key.Form))
            .ToDictionary(group => group.Key, group => group.SelectMany(place => place.Value.Hashes).Distinct().LongCount());
        var explained = distinct.ToDictionary(group => group.Key, group => group.Key.Form switch
        {
            NumberForm.None => false,
            NumberForm.Date => _birthDays!.Explain(_days[group.Key.Field]),
            _ => ChanceMatches.Explains(group.Value, _expected.GetValueOrDefault(group.Key)),
        });

        return
        [
            .. _places.Where(place => explained[(place.Key.Field, place.Key.Form)] == areExplained)
                .GroupBy(place => (place.Key.Field, place.Key.Kind, place.Key.Path))
                .OrderBy(group => group.Key.Field).ThenBy(group => group.Key.Kind).ThenBy(group => group.Key.Path, StringComparer.Ordinal)
                .Select(group => new ResidualHit(group.Key.Field, group.Key.Kind, group.Key.Path,
                    group.Sum(place => place.Value.Count), [.. group.SelectMany(place => place.Value.Hashes).Distinct()])),
        ];
    }

    private sealed class Found
    {
        public long Count { get; set; }

        public HashSet<UInt128> Hashes { get; } = [];
    }
}
