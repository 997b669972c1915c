using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>What was found in one text. Reused; allocates only to grow.</summary>
internal sealed class ProseSpans
{
    private ProseSpan[] _spans = new ProseSpan[32];
    private int _count;

    public ReadOnlySpan<ProseSpan> All => _spans.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(ProseSpan span)
    {
        if (_count == _spans.Length) Array.Resize(ref _spans, 2 * _count);
        _spans[_count++] = span;
    }

    /// <summary>Puts them in order, none over another: the one that begins first stays, and takes the rest of those that reach beyond it.</summary>
    public void Settle()
    {
        if (_count < 2) return;
        _spans.AsSpan(0, _count).Sort(ProseSpan.Compare);
        var kept = 0;
        for (var i = 1; i < _count; i++)
        {
            var (last, next) = (_spans[kept], _spans[i]);
            if (next.Start >= last.End) _spans[++kept] = next;
            else _spans[kept] = IsGenitiveOf(next, last) ? next : Joined(last, next);
        }
        _count = kept + 1;
    }

    // Frau Müllers has a name by its form, and Müller is somebody: the genitive's s stays.
    private static bool IsGenitiveOf(ProseSpan next, ProseSpan last) => next.IsKnown && !last.IsKnown && next.Start == last.Start && next.End == last.End - 1;

    // +49 170 1234567 is a phone number by its form, and 170 1234567 somebody's.
    private static ProseSpan Joined(ProseSpan last, ProseSpan next)
    {
        var isSame = next.IsKnown && !last.IsKnown && next.Kind == last.Kind;
        return last with { End = Math.Max(last.End, next.End), Hash = isSame ? next.Hash : last.Hash };
    }
}
