using CiAnon.Residual;

namespace CiAnon.Stages.Prose;

/// <summary>
/// What became of the originals of identifying columns, by the fingerprints that they are found by. Filled by several threads, then read by
/// several threads. Memory is bounded: pseudonyms beyond it are forgotten, and their originals are found all the same.
/// </summary>
/// <param name="mostEntries">Fingerprints at most.</param>
/// <param name="mostBytes">Bytes of pseudonyms at most.</param>
internal sealed class Pseudonyms(long mostEntries = Pseudonyms.DefaultEntries, long mostBytes = Pseudonyms.DefaultBytes)
{
    public const long DefaultEntries = 16_000_000;
    public const long DefaultBytes = 512L << 20;

    private const int ShardBits = 8;

    // 512 KB while they are collected.
    private const int NameBits = 16;

    private readonly PseudonymShard[] _shards = [.. Enumerable.Range(0, 1 << ShardBits).Select(_ => new PseudonymShard())];
    private readonly List<PseudonymTexts> _texts = [];
    private long _namesAlone;
    private long _entries;
    private long _bytes;
    private long _forgotten;

    /// <summary>Whether there are names of one word, which <see cref="NamesAlone"/> looks for.</summary>
    public bool HasNamesAlone => Volatile.Read(ref _namesAlone) > 0;

    /// <summary>How names of one word begin: the first eight bytes of their first word.</summary>
    public PrefixFilter NamesAlone { get; } = new(NameBits);

    public long Count => Volatile.Read(ref _entries);

    /// <summary>Fingerprints that have no pseudonym, because there were too many.</summary>
    public long Forgotten => Volatile.Read(ref _forgotten);

    /// <summary>Room for those of one more table. Where an original has several, that of the table which was added first counts, and its first row.</summary>
    public PseudonymTexts AddTable()
    {
        var texts = new PseudonymTexts(_texts.Count);
        _texts.Add(texts);
        return texts;
    }

    /// <summary>Where the pseudonym lies, or null where there is no room.</summary>
    public ulong? Keep(PseudonymTexts table, ReadOnlySpan<byte> pseudonym)
    {
        if (pseudonym.IsEmpty || pseudonym.Length > PseudonymTexts.Longest) return null;
        if (Interlocked.Add(ref _bytes, pseudonym.Length) <= mostBytes) return table.Add(pseudonym);
        Interlocked.Increment(ref _forgotten);
        return null;
    }

    public void Add(UInt128 hash, ulong place)
    {
        if (Volatile.Read(ref _entries) >= mostEntries)
        {
            Interlocked.Increment(ref _forgotten);
            return;
        }
        var shard = Shard(hash);
        bool added;
        lock (shard) added = shard.Add((ulong)hash, place);
        if (added) Interlocked.Increment(ref _entries);
    }

    /// <param name="word">The first of the name's words, folded.</param>
    /// <param name="isOneWord">There are no others, so that a genitive's s may stand behind it.</param>
    public void AddNameAlone(ReadOnlySpan<byte> word, bool isOneWord)
    {
        Interlocked.Increment(ref _namesAlone);
        NamesAlone.Add(PrefixFilter.KeyOf(word), 0);
        if (!isOneWord || word.Length >= PrefixFilter.Prefix) return;
        Span<byte> genitive = stackalloc byte[PrefixFilter.Prefix];
        word.CopyTo(genitive);
        genitive[word.Length] = (byte)'s';
        NamesAlone.Add(PrefixFilter.KeyOf(genitive[..(word.Length + 1)]), 0);
    }

    /// <summary>Call once, when everything was added.</summary>
    public void Freeze() => NamesAlone.Shrink(2 * Volatile.Read(ref _namesAlone));

    /// <summary>Only after everything was added. Empty where there is none.</summary>
    public ReadOnlySpan<byte> Find(UInt128 hash) =>
        Shard(hash).Find((ulong)hash) is { } place ? _texts[PseudonymTexts.TableOf(place)].Read(place) : default;

    private PseudonymShard Shard(UInt128 hash) => _shards[(int)(ulong)(hash >> (128 - ShardBits))];
}
