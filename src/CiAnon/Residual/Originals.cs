using System.Text;
using CiAnon.Keys;
using CiAnon.Residual.Dates;
using CiAnon.Residual.Encodings;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>
/// The fingerprints of everything that a run masks and that must not survive anywhere. Filled by several threads, then frozen, then
/// looked up by several threads.
/// </summary>
internal sealed class Originals : IDisposable
{
    private const int UuidLength = 32;

    public const long DefaultLimit = 32_000_000;

    // The forms of each address, and that it was there, may not take the room of the originals.
    private const int OriginalsPerForm = 2;

    // 4 MB: there are at most 26 initials of each last name.
    private const int InitialBits = 19;

    // Of fewer originals most of the filter's pages are untouched.
    private const long MostUntouched = 100_000;

    private readonly DomainKey _key;
    private readonly FingerprintSet _set;
    private readonly FingerprintSet _forms;
    private readonly PrefixFilter _filter = new();
    private readonly PrefixFilter _initialsFilter = new(InitialBits);
    private readonly NumberDensity _numbers = new();
    private readonly long[] _counts = new long[PersonalKinds.All.Count];
    private readonly long[] _tooShort = new long[PersonalKinds.All.Count];
    private readonly Dictionary<UInt128, PersonalKind> _planted = [];
    private long _texts;
    private long _companies;
    private long _shortTexts;
    private long _addresses;
    private long _uuids;
    private long _addressHashes;
    private long _localParts;
    private long _initials;
    private long _shortNames;

    /// <param name="key">Kept by nobody after the run, or derived from a key that isn't.</param>
    /// <param name="limit">Fingerprints of originals at most, and half as many of their other forms; beyond, a uniform share of them.</param>
    public Originals(DomainKey key, long limit = DefaultLimit)
    {
        _key = key;
        _set = new FingerprintSet(limit);
        _forms = new FingerprintSet(limit / OriginalsPerForm);
        Fingerprints = new Fingerprints(key);
    }

    public Fingerprints Fingerprints { get; }

    public PrefixFilter Filter => _filter;

    /// <summary>The beginnings of initials with last names.</summary>
    public PrefixFilter Initials => _initialsFilter;

    public NumberDensity Numbers => _numbers;

    /// <summary>The days that people are born on: dates have no fingerprints, there are too few of them.</summary>
    public BirthDays BirthDays { get; } = new();

    /// <summary>Distinct originals of a kind that are looked for.</summary>
    public long Distinct(PersonalKind kind) => Volatile.Read(ref _counts[(int)kind]);

    /// <summary>Values of a kind that say too little to be looked for.</summary>
    public long TooShort(PersonalKind kind) => Volatile.Read(ref _tooShort[(int)kind]);

    /// <summary>Fingerprints, second readings of phone numbers included.</summary>
    public long Count => _set.Count;

    public double Share => _set.Share;

    /// <summary>The share of the other forms of originals that are kept.</summary>
    public double FormShare => _forms.Share;

    /// <summary>Texts that the filter knows the beginnings of.</summary>
    public bool HasTexts => _texts + _companies > 0;

    /// <summary>Companies, which free texts replace and no search looks for.</summary>
    public bool HasCompanies => _companies > 0;

    /// <summary>Hashes of e-mail addresses.</summary>
    public bool HasAddressHashes => _addressHashes > 0;

    public bool HasLocalParts => _localParts > 0;

    public bool HasInitials => _initials > 0;

    public bool HasShortNames => _shortNames > 0;

    /// <summary>Texts that are a UUID without its dashes.</summary>
    public bool HasUuids => _uuids > 0;

    /// <summary>Texts of fewer bytes than the filter looks at.</summary>
    public bool HasShortTexts => _shortTexts > 0;

    public bool HasNumbers => _numbers.Any;

    public bool HasAddresses => _addresses > 0;

    public bool HasBirthDays => BirthDays.Any;

    /// <summary>The key of the fingerprints, for sinks that keep more of an original than that it was there.</summary>
    public DomainKey Key => _key;

    /// <summary>What the run itself put into texts.</summary>
    public Insertions Insertions { get; } = new();

    /// <summary>A sink that is shown originals, one per table and thread; null looks for nothing in a field.</summary>
    public OriginalSink Collect(IReadOnlyList<PersonalKind?> kinds) => new(kinds, _key, this);

    /// <summary>A sink that is shown the same originals again, to confirm hits.</summary>
    /// <param name="sources">Per field, the column that it is of.</param>
    public Recheck Recheck(IReadOnlyList<PersonalKind?> kinds, Confirmations confirmations, IReadOnlyList<string>? sources = null, int rank = 0) => new(kinds, _key, confirmations, sources, rank);

    /// <summary>
    /// Looks for what another set knows, too, which has the same key, isn't frozen, and knows all that this one does. How many of which kind
    /// there are stays what was collected here.
    /// </summary>
    public void Add(Originals other)
    {
        _set.Add(other._set);
        _forms.Add(other._forms);
        _filter.Add(other._filter);
        _initialsFilter.Add(other._initialsFilter);
        _numbers.Add(other._numbers);
        BirthDays.Add(other.BirthDays);
        _texts = Math.Max(_texts, other._texts);
        _shortTexts = Math.Max(_shortTexts, other._shortTexts);
        _addresses = Math.Max(_addresses, other._addresses);
        _uuids = Math.Max(_uuids, other._uuids);
        _addressHashes = Math.Max(_addressHashes, other._addressHashes);
        _localParts = Math.Max(_localParts, other._localParts);
        _initials = Math.Max(_initials, other._initials);
        _shortNames = Math.Max(_shortNames, other._shortNames);
    }

    /// <summary>Adds a sample of the positive control.</summary>
    public void Plant(PlantedSample sample)
    {
        var sink = new SampleSink(sample, _key, this);
        for (var field = 0; field < sample.Row.Count; field++) sink.Field(field, Encoding.UTF8.GetBytes(sample.Row[field].Value));
        sink.EndRow();
    }

    /// <summary>Call once, when everything was collected and before anything is looked up.</summary>
    public void Freeze()
    {
        _filter.Shrink(_set.Count + _companies);
        _initialsFilter.Shrink(_initials);
        BirthDays.Freeze();
        GiveBack();
    }

    /// <summary>What it took to collect many, or to show that they are found, goes now, and not when somebody needs its room: the search needs other.</summary>
    public void GiveBack()
    {
        if (Count > MostUntouched) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>How probable it is that one of so many texts is taken for an original that it isn't, before the recheck.</summary>
    public double FalseMatchProbability(double candidates) => 1 - Math.Exp(-candidates * (Count + _forms.Count) / Math.Pow(2, FingerprintSet.Bits));

    public bool TryFind(UInt128 hash, out PersonalKind kind)
    {
        var found = _set.Find(hash);
        kind = (PersonalKind)found;
        // Samples of the positive control are never thinned out.
        return found >= 0 || (Share < 1 && _planted.TryGetValue(hash, out kind));
    }

    public bool TryFindForm(UInt128 hash, out PersonalKind kind)
    {
        var found = _forms.Find(hash);
        kind = (PersonalKind)found;
        return found >= 0 || (FormShare < 1 && _planted.TryGetValue(hash, out kind));
    }

    public void Dispose()
    {
        _set.Dispose();
        _forms.Dispose();
    }

    internal void AddText(UInt128 hash, PersonalKind kind, ReadOnlySpan<byte> folded, bool isSecond)
    {
        if (!Add(hash, kind)) return;
        if (isSecond) Interlocked.Decrement(ref _counts[(int)kind]);
        if (Volatile.Read(ref _texts) == 0) Interlocked.Increment(ref _texts);
        if (folded.Length < PrefixFilter.Prefix && Volatile.Read(ref _shortTexts) == 0) Interlocked.Increment(ref _shortTexts);
        if (folded.Length == UuidLength && Volatile.Read(ref _uuids) == 0 && HexText.AreDigits(folded)) Interlocked.Increment(ref _uuids);
        _filter.Add(PrefixFilter.KeyOf(folded), folded.Length);
    }

    /// <param name="folded">No shorter than what the filter looks at.</param>
    internal void AddCompany(ReadOnlySpan<byte> folded)
    {
        Interlocked.Increment(ref _companies);
        _filter.Add(PrefixFilter.KeyOf(folded), folded.Length);
    }

    internal void AddNumber(UInt128 hash, PersonalKind kind, DigitNumber number, bool isSecond)
    {
        if (!Add(hash, kind)) return;
        if (isSecond) Interlocked.Decrement(ref _counts[(int)kind]);
        _numbers.Add(number);
        _filter.Add(Fingerprints.FilterKey(number), number.Length);
    }

    internal void AddAddress(UInt128 hash, UInt128 address, bool isSecond)
    {
        if (!Add(hash, PersonalKind.Ip)) return;
        if (isSecond) Interlocked.Decrement(ref _counts[(int)PersonalKind.Ip]);
        if (Volatile.Read(ref _addresses) == 0) Interlocked.Increment(ref _addresses);
        _filter.Add(Fingerprints.FilterKey(address), 0);
    }

    internal void AddDate(int day, bool isSecond)
    {
        if (BirthDays.Add(day) && !isSecond) Interlocked.Increment(ref _counts[(int)PersonalKind.BirthDate]);
    }

    /// <param name="folded">Of a form that is found by its beginning; empty for the others.</param>
    internal void AddForm(UInt128 hash, PersonalKind kind, OriginalForm form, ReadOnlySpan<byte> folded)
    {
        if (!_forms.Add(hash, (int)kind)) return;
        switch (form)
        {
            case OriginalForm.LocalPart:
                if (Volatile.Read(ref _localParts) == 0) Interlocked.Increment(ref _localParts);
                _filter.Add(PrefixFilter.KeyOf(folded), folded.Length);
                break;
            case OriginalForm.ShortName:
                if (Volatile.Read(ref _shortNames) == 0) Interlocked.Increment(ref _shortNames);
                if (folded.Length < PrefixFilter.Prefix && Volatile.Read(ref _shortTexts) == 0) Interlocked.Increment(ref _shortTexts);
                _filter.Add(PrefixFilter.KeyOf(folded), folded.Length);
                break;
            case OriginalForm.Initial:
                Interlocked.Increment(ref _initials);
                _initialsFilter.Add(PrefixFilter.KeyOf(folded), folded.Length);
                break;
            default:
                if (Volatile.Read(ref _addressHashes) == 0) Interlocked.Increment(ref _addressHashes);
                break;
        }
    }

    /// <summary>False when the address was there already; beyond the limit nobody knows what was.</summary>
    /// <param name="hash">Of the address as it is written, which no form of it can have.</param>
    internal bool AddAddressSeen(UInt128 hash) => _forms.Add(hash, (int)PersonalKind.Email) || FormShare < 1;

    /// <summary>From now on a sample of the positive control: looked up whatever the share is, and not counted among the originals.</summary>
    internal void Plant(UInt128 hash, PersonalKind kind, bool isSecond)
    {
        if (_planted.TryAdd(hash, kind) && !isSecond) Interlocked.Decrement(ref _counts[(int)kind]);
    }

    internal void AddTooShort(PersonalKind kind) => Interlocked.Increment(ref _tooShort[(int)kind]);

    private bool Add(UInt128 hash, PersonalKind kind)
    {
        var added = _set.Add(hash, (int)kind);
        if (added) Interlocked.Increment(ref _counts[(int)kind]);
        return added;
    }
}
