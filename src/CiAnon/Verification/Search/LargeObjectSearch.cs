using System.Text.Unicode;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Dumps.Blocks;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Residual;
using CiAnon.Strategies;

namespace CiAnon.Verification.Search;

/// <summary>Searches what large objects hold: each for originals as one text, for what looks personal in pieces of 64 KB, each as if it were a value.</summary>
internal sealed class LargeObjectSearch(Originals originals, IReadOnlyList<Recognizer> recognizers)
{
    /// <summary>As findings and allowances have it.</summary>
    public const string Object = "large objects";

    private const int Piece = 64 * 1024;

    // More than any number with the words before it.
    private const int Overlap = 2048;

    private readonly TextScan _originals = new(originals);
    private readonly PatternScanner _patterns = new(recognizers, [new ScannedPattern(Object, TypeKind.Text, null, new HashSet<PersonalKind>())]);
    private readonly byte[] _piece = new byte[Piece];
    private readonly byte[] _shown = new byte[Piece];
    private readonly HitTally _found = new();
    private readonly long[] _matching = new long[recognizers.Count];
    private readonly Dictionary<PersonalKind, long> _holding = [];
    private readonly HashSet<PersonalKind> _kinds = [];
    private long _searched;
    private int _length;

    public TextFindings Findings => new(Object, _found, _patterns) { LargeObjects = new LargeObjectCounts(_searched, _holding) };

    /// <summary>Each object is a text of its own: what ends one and begins the next is no word.</summary>
    public void Search(IEnumerable<LargeObject> objects, CancellationToken cancellation)
    {
        var buffer = new byte[CopyBuffer.DefaultCapacity];
        foreach (var one in objects)
        {
            for (int read; (read = one.Content.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                Append(buffer.AsSpan(0, read));
            }
            End();
        }
    }

    /// <summary>The next bytes; what lies across two calls is found.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _originals.Append(bytes);
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, Piece - _length);
            bytes[..taken].CopyTo(_piece.AsSpan(_length));
            _length += taken;
            bytes = bytes[taken..];
            if (_length == Piece) ShowFull();
        }
    }

    /// <summary>The object is complete: the next begins a text of its own.</summary>
    public void End()
    {
        _originals.End();
        _found.AddObject(_originals.Take());
        Show(_piece.AsSpan(0, _length));
        _length = 0;
        CountObject();
    }

    private void CountObject()
    {
        _searched++;
        _kinds.Clear();
        for (var i = 0; i < _matching.Length; i++)
        {
            var matching = _patterns.Found(0, i).Matching;
            if (matching > _matching[i]) _kinds.Add(recognizers[i].Kind);
            _matching[i] = matching;
        }
        foreach (var kind in _kinds) _holding[kind] = _holding.GetValueOrDefault(kind) + 1;
    }

    // Cut where a word ends, if one does: half a number may look like another.
    private void ShowFull()
    {
        var end = Piece - Overlap / 2 + _piece.AsSpan(Piece - Overlap / 2).LastIndexOfAnyInRange((byte)0, (byte)' ') + 1;
        if (end == Piece - Overlap / 2) end = Piece;
        Show(_piece.AsSpan(0, end));

        var start = end - Overlap;
        start += Math.Max(0, _piece.AsSpan(start, Overlap / 2).IndexOfAnyInRange((byte)0, (byte)' '));
        _length = Piece - start;
        _piece.AsSpan(start).CopyTo(_piece);
    }

    private void Show(ReadOnlySpan<byte> piece)
    {
        if (piece.IsEmpty) return;
        var shown = _shown.AsSpan(0, piece.Length);
        piece.CopyTo(shown);
        if (!Utf8.IsValid(shown)) TextInBytes.KeepOnly(shown);
        _patterns.Field(0, shown);
    }
}
