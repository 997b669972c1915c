using System.Text;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>Rewrites texts. One per thread; nothing is allocated per text once its buffers are large enough.</summary>
internal sealed class ProseReader
{
    private static readonly byte[][] Placeholders = [.. PersonalKinds.All.OrderBy(kind => kind.Kind).Select(kind => Encoding.ASCII.GetBytes($"[{kind.Name}]"))];

    private readonly FormFinder _forms = new();
    private readonly ProseSpans _spans = new();
    private readonly ProseWords _words = new();
    private readonly Pseudonyms _pseudonyms;
    private readonly LoneNames? _lone;
    private readonly NamesAlone? _alone;
    private readonly ProseSearch? _search;

    /// <param name="originals">Frozen; null where only forms are known.</param>
    public ProseReader(Originals? originals, Pseudonyms pseudonyms)
    {
        _pseudonyms = pseudonyms;
        if (originals is null) return;
        _search = new ProseSearch(originals, pseudonyms, _words);
        _lone = new LoneNames(_words);
        if (pseudonyms.HasNamesAlone) _alone = new NamesAlone(originals, pseudonyms, _words);
    }

    public void Replace(ReadOnlySpan<byte> text, ProseRules rules, int? room, MaskOutput output)
    {
        _spans.Clear();
        _search?.Known.Find(text, _spans);
        _forms.Find(text, rules, _spans);
        _spans.Settle();
        _lone?.Find(text, _spans);
        if (rules[ProseKind.FirstName] is not null) _alone?.Find(text, _spans);
        var start = output.Length;
        Write(text, rules, room, output);
        if (_search is null || !_search.HoldsOriginals(output.Written[start..])) return;

        // Whatever stands in the text that stays is found however it is written, and replaced as well; what is found then was put there.
        if (_search.AddRest(text, _spans))
        {
            output.Truncate(start);
            Write(text, rules, room, output);
        }
        _search.CountInsertions(output.Written[start..]);
    }

    private void Write(ReadOnlySpan<byte> text, ProseRules rules, int? room, MaskOutput output)
    {
        var start = output.Length;
        var position = 0;
        foreach (var span in _spans.All)
        {
            output.Append(text[position..span.Start]);
            Write(span, text[span.Start..span.End], rules, output);
            position = span.End;
        }
        output.Append(text[position..]);
        TextRoom.Cut(output, start, room);
    }

    private static ReadOnlySpan<byte> PartOf(ReadOnlySpan<byte> pseudonym, NamePart part)
    {
        if (part == NamePart.Whole) return pseudonym;
        var blank = part == NamePart.First ? pseudonym.IndexOf((byte)' ') : pseudonym.LastIndexOf((byte)' ');
        if (blank < 0) return pseudonym;
        return part == NamePart.First ? pseudonym[..blank] : pseudonym[(blank + 1)..];
    }

    private void Write(ProseSpan span, ReadOnlySpan<byte> text, ProseRules rules, MaskOutput output)
    {
        var pseudonym = span.IsKnown ? _pseudonyms.Find(span.Hash) : default;
        if (!pseudonym.IsEmpty)
        {
            if (span.Kind == PersonalKind.BirthDate) WrittenDate.Append(pseudonym, text, output);
            else output.Append(PartOf(pseudonym, span.Part));
            return;
        }
        var start = output.Length;
        if (span.Form is { } form && rules[form] is { } mask)
        {
            try
            {
                mask.Apply(text, output);
                if (!output.Written[start..].SequenceEqual(text)) return;
            }
            catch (MaskException)
            {
                // Not what its strategy takes: it goes all the same.
            }
            output.Truncate(start);
        }
        output.Append(Placeholders[(int)span.Kind]);
    }
}
