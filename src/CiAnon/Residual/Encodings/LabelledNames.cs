using System.Buffers;

namespace CiAnon.Residual.Encodings;

/// <summary>
/// Puts first and last names together that stand under labels of their own: <c>{"first": "Anna", "age": 41, "last": "Lindqvist"}</c>,
/// <c>last_name=Lindqvist&amp;first_name=Anna</c>, <c>&lt;person given="Anna" family="Lindqvist"&gt;</c>, in whatever order.
/// </summary>
internal static class LabelledNames
{
    private const int MostHeld = 6;

    private static readonly SearchValues<byte> Signs = SearchValues.Create(":=>"u8);

    /// <summary>A line for each two names; empty when there are none.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        Span<LabelledName> held = stackalloc LabelledName[MostHeld];
        Span<byte> target = default;
        var pending = default(NameLabel);
        var (count, written, at) = (0, 0, 0);
        while (text[at..].IndexOfAny(Signs) is >= 0 and var next)
        {
            var sign = at + next;
            at = sign + 1;
            if (!LabelReader.TryRead(text, sign, ref pending, out var label) || !LabelledValue.TryRead(text, sign, out var value)) continue;
            // first_name: { from: Anna, to: Anne }, and <field name="first_name">.
            if (LabelReader.IsLabel(text, value, label, ref pending) || !label.IsOne) continue;
            for (var more = true; more; more = LabelledValue.TryNext(text, ref value))
            {
                var name = new LabelledName(label, value);
                count = BeginAnother(text, held[..count], label);
                foreach (var other in held[..count])
                {
                    target = level.Room(written + 2 * (text[value].Length + text[other.Value].Length + 2));
                    if (label.MayBeFirst && other.Label.MayBeLast) written += Join(text[value], text[other.Value], target[written..]);
                    if (label.MayBeLast && other.Label.MayBeFirst) written += Join(text[other.Value], text[value], target[written..]);
                }
                if (count == MostHeld) held[1..].CopyTo(held);
                else count++;
                held[count - 1] = name;
            }
        }
        return target[..written];
    }

    // The same label somewhere else is another person's; returns how many names are still held.
    private static int BeginAnother(ReadOnlySpan<byte> text, ReadOnlySpan<LabelledName> held, NameLabel label)
    {
        foreach (var other in held)
            if (!other.Label.Place.Equals(label.Place) && text[other.Label.Place].SequenceEqual(text[label.Place])) return 0;
        return held.Length;
    }

    private static int Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last, Span<byte> target)
    {
        first.CopyTo(target);
        target[first.Length] = (byte)' ';
        last.CopyTo(target[(first.Length + 1)..]);
        var length = first.Length + last.Length + 1;
        target[length] = (byte)'\n';
        return length + 1;
    }
}
