using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CiAnon.Policies.Yaml;

/// <summary>Where the parts of a YAML text stand, for editing it: offsets into the text.</summary>
/// <param name="Start">Of the first character.</param>
/// <param name="End">Behind the last character that isn't blank or a comment.</param>
/// <param name="Column">From 0, of the first character.</param>
/// <param name="Text">Of a scalar; null otherwise.</param>
/// <param name="IsFlow">Written with braces or brackets.</param>
/// <param name="Entries">Of a mapping with scalar keys; null otherwise.</param>
/// <param name="Items">Of a sequence; null otherwise.</param>
internal sealed record YamlLayout(
    int Start,
    int End,
    int Column,
    string? Text,
    bool IsFlow,
    IReadOnlyList<(YamlLayout Key, YamlLayout Value)>? Entries,
    IReadOnlyList<YamlLayout>? Items)
{
    /// <summary>Nothing after the colon, <c>~</c>, or YAML's null.</summary>
    public bool IsNothing => Entries is null && Items is null && Text is "" or "~" or "null";

    public YamlLayout? Find(string key) => Entries?.Where(entry => entry.Key.Text == key).Select(entry => entry.Value).FirstOrDefault();

    /// <summary>The root of a text that the policy reader has taken; null when the text holds nothing.</summary>
    public static YamlLayout? Parse(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text)));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) return null;
        return Read(parser, LineStarts(text));
    }

    private static YamlLayout Read(Parser parser, List<int> lines)
    {
        var start = parser.Current!.Start;
        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            var entries = new List<(YamlLayout, YamlLayout)>();
            MappingEnd? end;
            while (!parser.TryConsume<MappingEnd>(out end)) entries.Add((Read(parser, lines), Read(parser, lines)));
            var isFlow = mapping.Style == MappingStyle.Flow;
            return new YamlLayout(Offset(start, lines), isFlow ? Offset(end!.Start, lines) + 1 : entries[^1].Item2.End, (int)start.Column - 1, null, isFlow, entries, null);
        }
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlLayout>();
            SequenceEnd? end;
            while (!parser.TryConsume<SequenceEnd>(out end)) items.Add(Read(parser, lines));
            var isFlow = sequence.Style == SequenceStyle.Flow;
            return new YamlLayout(Offset(start, lines), isFlow ? Offset(end!.Start, lines) + 1 : items[^1].End, (int)start.Column - 1, null, isFlow, null, items);
        }
        var scalar = parser.Consume<Scalar>();
        var last = Offset(scalar.End, lines);
        // A block scalar ends where the next line begins.
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && scalar.End.Column == 1) last--;
        return new YamlLayout(Offset(start, lines), last, (int)start.Column - 1, scalar.Value, IsFlow: false, null, null);
    }

    private static int Offset(Mark mark, List<int> lines) => lines[(int)mark.Line - 1] + (int)mark.Column - 1;

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (text[i] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') starts.Add(i + 1);
        }
        return starts;
    }
}
