namespace CiAnon.Residual;

/// <summary>
/// A part of the fingerprints: pages of open addressing, of which a full one is split in two by one more bit of its fingerprints
/// (Fagin and others, Extendible Hashing, 1979), so that growing moves few of them and leaves nothing behind.
/// </summary>
/// <param name="number">Shards begin with ranges of one to almost two pages, by their number: they aren't all full, or half empty, at the same time.</param>
internal sealed unsafe class FingerprintShard(FingerprintPages pages, int number)
{
    private const int KindBits = 5;
    private const ulong KindMask = (1 << KindBits) - 1;

    // A page's first word: its entries, and in how many bits its fingerprints agree.
    private const int DepthBits = 8;
    private const ulong DepthMask = (1 << DepthBits) - 1;
    private const int Places = FingerprintPages.Words - 1;
    private const int MostEntries = Places * 7 / 8;

    private readonly ulong _eighths = 8 + (ulong)number % 8;
    private nint[] _pages = [];
    private int _depth;

    public int Count { get; private set; }

    /// <summary>False when it was there already.</summary>
    public bool Add(ulong fingerprint, int kind)
    {
        if (_pages.Length == 0) Begin();
        var entry = Entry(fingerprint, kind);
        var mixed = Mix(entry);
        var page = PageOf(mixed);
        var place = Find(page, entry, mixed);
        if (page[place] != 0) return false;
        while (page[0] >> DepthBits == MostEntries)
        {
            Split(page, mixed);
            page = PageOf(mixed);
            place = Find(page, entry, mixed);
        }
        page[place] = entry;
        page[0] += 1UL << DepthBits;
        Count++;
        return true;
    }

    /// <summary>The kind it was added with, or -1.</summary>
    public int Find(ulong fingerprint)
    {
        if (_pages.Length == 0) return -1;
        var wanted = Entry(fingerprint, 0);
        var mixed = Mix(wanted);
        var page = PageOf(mixed);
        var found = page[Find(page, wanted, mixed)];
        return found == 0 ? -1 : (int)(found & KindMask);
    }

    /// <summary>Drops fingerprints that aren't below the limit.</summary>
    public void Thin(ulong below)
    {
        Count = 0;
        Span<ulong> entries = stackalloc ulong[FingerprintPages.Words];
        foreach (var page in Distinct())
        {
            Empty((ulong*)page, entries);
            foreach (var entry in entries[1..])
            {
                if (entry == 0 || entry >= below) continue;
                Put((ulong*)page, entry);
                Count++;
            }
        }
    }

    /// <summary>Adds what another has.</summary>
    public void Add(FingerprintShard other)
    {
        foreach (var page in other.Distinct())
        {
            foreach (var entry in new ReadOnlySpan<ulong>((ulong*)page + 1, Places))
            {
                if (entry != 0) Add(entry & ~KindMask, (int)(entry & KindMask));
            }
        }
    }

    private static ulong Entry(ulong fingerprint, int kind)
    {
        // Zero marks an empty place.
        var high = fingerprint & ~KindMask;
        return (high == 0 ? 1UL << KindBits : high) | (uint)kind;
    }

    private static ulong Mix(ulong entry) => (entry >> KindBits) * 0x9e3779b97f4a7c15;

    // Where it stands, or where it would.
    private static int Find(ulong* page, ulong entry, ulong mixed)
    {
        for (var place = (int)((uint)mixed * (ulong)Places >> 32) + 1; ; place = place == Places ? 1 : place + 1)
        {
            if (page[place] == 0 || (page[place] ^ entry) <= KindMask) return place;
        }
    }

    // Leaves the depth, and what stood there in the copy.
    private static void Empty(ulong* page, Span<ulong> copy)
    {
        var words = new Span<ulong>(page, FingerprintPages.Words);
        words.CopyTo(copy);
        words.Clear();
        page[0] = copy[0] & DepthMask;
    }

    private static void Put(ulong* page, ulong entry)
    {
        page[Find(page, entry, Mix(entry))] = entry;
        page[0] += 1UL << DepthBits;
    }

    private void Begin() => _pages = [.. Enumerable.Range(0, (int)(_eighths + 7) / 8).Select(_ => (nint)pages.Take())];

    private ulong* PageOf(ulong mixed) => (ulong*)_pages[Range(mixed, _depth)];

    // Which of 2^depth ranges, or of up to twice as many where there are more eighths.
    private int Range(ulong mixed, int depth)
    {
        var high = Math.BigMul(mixed, _eighths, out var low);
        return (int)((high << 60 | low >> 4) >> (63 - depth));
    }

    private void Split(ulong* page, ulong mixed)
    {
        var depth = (int)(page[0] & DepthMask) + 1;
        if (depth > _depth) Double();
        page[0]++;
        var upper = Range(mixed, depth) | 1;
        var (first, end) = (upper << _depth - depth, Math.Min(upper + 1 << _depth - depth, _pages.Length));
        // The last range of all may be too short to have an upper half.
        if (first >= end) return;
        var other = pages.Take();
        other[0] = (uint)depth;
        Span<ulong> entries = stackalloc ulong[FingerprintPages.Words];
        Empty(page, entries);
        foreach (var entry in entries[1..])
        {
            if (entry != 0) Put(Range(Mix(entry), depth) == upper ? other : page, entry);
        }
        for (var range = first; range < end; range++) _pages[range] = (nint)other;
    }

    private void Double()
    {
        _depth++;
        var ranges = new nint[(int)((_eighths << _depth) + 7 >> 3)];
        for (var range = 0; range < ranges.Length; range++) ranges[range] = _pages[range >> 1];
        _pages = ranges;
    }

    // A page stands at all ranges that it covers, one behind the other.
    private List<nint> Distinct()
    {
        var distinct = new List<nint>();
        foreach (var page in _pages)
        {
            if (distinct.Count == 0 || distinct[^1] != page) distinct.Add(page);
        }
        return distinct;
    }
}
