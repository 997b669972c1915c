using System.Text.Unicode;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Recognition.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Recognition.Patterns;

/// <summary>Counts, per field, the values in which recognizers see personal data. One per table and thread; nothing is allocated per value.</summary>
public sealed class PatternScanner : IFieldSink
{
    private readonly PatternIndex _index;
    private readonly ScannedField[] _fields;
    private readonly MaskOutput _beside = new();
    private byte[] _bytes = new byte[256];

    /// <param name="recognizers"><see cref="Recognizers.Without"/>, or <see cref="Recognizers.All"/>.</param>
    /// <param name="fields">One per field of the COPY column list.</param>
    public PatternScanner(IReadOnlyList<Recognizer> recognizers, IReadOnlyList<ScannedPattern> fields)
    {
        _index = PatternIndex.For(recognizers);
        _fields = [.. fields.Select(field => new ScannedField(field, _index))];
        Recognizers = recognizers;
        Fields = fields;
    }

    public IReadOnlyList<Recognizer> Recognizers { get; }

    public IReadOnlyList<ScannedPattern> Fields { get; }

    /// <summary>Fields that a walker needs to show.</summary>
    public IReadOnlyList<bool> Wanted => [.. _fields.Select(scanned => (scanned.Mask | scanned.InParts) != 0)];

    public void Field(int field, ReadOnlySpan<byte> value) => IsQuiet(field, value);

    /// <summary>Looks at a value; false when a recognizer saw something in it, be it only the shape.</summary>
    public bool IsQuiet(int field, ReadOnlySpan<byte> value)
    {
        var target = _fields[field];
        target.Seen++;
        if (target.IsBinary) value = Decoded(value);

        var isQuiet = !Look(target, value, target.Mask, out var found);
        if (target.Parts is not null && target.InParts != 0 && Beside(target, value, out var beside))
        {
            isQuiet = false;
            found |= beside;
        }
        if (found == 0) return isQuiet;
        target.Add(found);
        return false;
    }

    // True when something was seen, be it only the shape.
    private bool Look(ScannedField target, ReadOnlySpan<byte> value, ulong mask, out ulong found, bool isCounted = true)
    {
        var classes = PatternIndex.ClassesOf(value);
        found = 0UL;
        var isShaped = (classes & ByteClasses.Digit) != ByteClasses.None && Numbers(target, value, mask, isCounted, out found);
        foreach (var (recognizer, index, needs, shortest) in _index.Others)
        {
            if ((mask >> index & 1) == 0 || value.Length < shortest || (classes & needs) != needs) continue;
            if (recognizer.Count(value) > 0) found |= 1UL << index;
        }
        return isShaped || found != 0;
    }

    // What the masked parts of a value are expected to look like is no excuse for what stands beside them.
    private bool Beside(ScannedField target, ReadOnlySpan<byte> value, out ulong found)
    {
        if (!Look(target, value, target.InParts, out found, isCounted: false)) return false;
        found = 0;
        _beside.Clear();
        try
        {
            target.Parts!.Show(value, Unseen.Parts, _beside);
        }
        catch (MaskException)
        {
            // Written otherwise than the mask takes it, which a dump of others may be: nobody can tell its parts apart.
            return true;
        }
        Look(target, _beside.Written, target.InParts, out found);
        return true;
    }

    /// <summary>A value that was quiet before.</summary>
    public void Again(int field) => _fields[field].Seen++;

    /// <summary>Adds what another thread saw in the same table.</summary>
    public void Join(PatternScanner other)
    {
        for (var field = 0; field < _fields.Length; field++) _fields[field].Add(other._fields[field]);
    }

    public void EndRow()
    {
    }

    /// <summary>Values that the field had, NULLs and empty ones aside.</summary>
    public long Seen(int field) => _fields[field].Seen;

    /// <summary>What the recognizer of that index found in the field.</summary>
    public PatternCounts Found(int field, int recognizer) => _fields[field].Found(recognizer);

    /// <summary>Values of the field that hold the kind, whichever recognizer saw it; those that chance explains aside.</summary>
    public long Matching(int field, PersonalKind kind)
    {
        // A value that two recognizers of a kind see counts twice in the sum, once in the largest: the truth lies between, the sum is capped.
        var sum = 0L;
        for (var i = 0; i < Recognizers.Count; i++)
        {
            if (Recognizers[i].Kind == kind && Found(field, i) is var found && !found.IsChance(Recognizers[i].Strength)) sum += found.Matching;
        }
        return Math.Min(sum, Seen(field));
    }

    /// <summary>Whether something of the kind in the field can be nothing else.</summary>
    public bool SeesUnmistakable(int field, PersonalKind kind) => Recognizers.Select((recognizer, index) => (recognizer, Found: Found(field, index)))
        .Any(seen => seen.recognizer.Kind == kind && seen.recognizer.IsUnmistakable && seen.Found is { Matching: > 0 } found && !found.IsChance(seen.recognizer.Strength));

    // True when something has a number's shape; found is what holds, as bits of recognizers.
    private bool Numbers(ScannedField target, ReadOnlySpan<byte> value, ulong mask, bool isCounted, out ulong found)
    {
        found = 0;
        var isShaped = false;
        var words = new NumberWords(value);
        while (words.Next())
        {
            var candidates = _index.Of(words.Letters, words.Digits, words.Behind) & mask;
            if (!Bytes.StartsNumber(value, words.Start)) candidates &= _index.TakeAnyStart;
            var end = 0;
            while (candidates != 0)
            {
                var index = System.Numerics.BitOperations.TrailingZeroCount(candidates);
                candidates &= candidates - 1;
                var number = _index.Numbers[index]!;
                var match = number.Match(value, words.Start);
                if (match.End == 0 || match.NeedsContext && (target.Context >> index & 1) == 0 && !number.InContext(value, words.Start)) continue;
                if (isCounted) target.AddShape(index);
                isShaped = true;
                if (!match.Passed) continue;
                found |= 1UL << index;
                end = Math.Max(end, match.End);
            }
            words.SkipTo(end);
        }
        return isShaped;
    }

    // bytea in COPY text is \x and hexadecimal digits. Of pictures and archives only what reads as text is looked at.
    private ReadOnlySpan<byte> Decoded(ReadOnlySpan<byte> value)
    {
        if (!value.StartsWith("\\x"u8)) return value;
        if (_bytes.Length < value.Length / 2) _bytes = new byte[value.Length];
        Convert.FromHexString(value[2..], _bytes, out _, out var written);
        var bytes = _bytes.AsSpan(0, written);
        if (!Utf8.IsValid(bytes)) TextInBytes.KeepOnly(bytes);
        return bytes;
    }

    private sealed class Unseen : IInnerSink
    {
        public static readonly Unseen Parts = new();

        public void Part(int rule, ReadOnlySpan<byte> part)
        {
        }
    }

    private sealed class ScannedField
    {
        private readonly int _recognizers;
        private PatternCounts[] _counts = [];

        public ScannedField(ScannedPattern pattern, PatternIndex index)
        {
            IsBinary = pattern.Type == TypeKind.Binary;
            Parts = pattern.Parts;
            _recognizers = index.All.Count;
            if (!pattern.IsScanned) return;
            for (var i = 0; i < index.All.Count; i++)
            {
                if (!pattern.Expected.Contains(index.All[i].Kind)) Mask |= 1UL << i;
                else if (pattern.ExpectedInParts.Contains(index.All[i].Kind)) InParts |= 1UL << i;
                else continue;
                if (pattern.Kind == index.All[i].Kind || index.Numbers[i]?.InContext(pattern.Column) == true) Context |= 1UL << i;
            }
        }

        /// <summary>The recognizers, as bits, that look at the field.</summary>
        public ulong Mask { get; }

        /// <summary>Those that look at what is beside the masked parts of a value only.</summary>
        public ulong InParts { get; }

        public Mask? Parts { get; }

        /// <summary>The recognizers for which the column's name is context enough.</summary>
        public ulong Context { get; }

        public bool IsBinary { get; }

        public long Seen { get; set; }

        public PatternCounts Found(int recognizer) => _counts.Length == 0 ? default : _counts[recognizer];

        public void Add(ScannedField other)
        {
            Seen += other.Seen;
            for (var i = 0; i < other._counts.Length; i++) At(i) += other._counts[i];
        }

        public void AddShape(int recognizer) => At(recognizer) += new PatternCounts(1, 0);

        public void Add(ulong found)
        {
            for (; found != 0; found &= found - 1) At(System.Numerics.BitOperations.TrailingZeroCount(found)) += new PatternCounts(0, 1);
        }

        // Most fields never hold anything.
        private ref PatternCounts At(int recognizer)
        {
            if (_counts.Length == 0) _counts = new PatternCounts[_recognizers];
            return ref _counts[recognizer];
        }
    }
}
