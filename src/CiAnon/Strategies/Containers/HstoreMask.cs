namespace CiAnon.Strategies.Containers;

/// <summary>Masks the values of hstore as PostgreSQL writes it: <c>"key"=>"value", "other"=>NULL</c>.</summary>
internal sealed class HstoreMask(PartAction[] actions, bool keepOthers, IReadOnlyList<InnerRule> inside, PartNames names) : ContainerMask(inside)
{
    private protected override void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        var at = SkipBlanks(value, 0);
        var isFirst = true;
        while (at < value.Length)
        {
            var pair = output.Length;
            if (!isFirst) output.Append(", "u8);
            var start = at;
            var key = Quoted(value, ref at, scratch);
            var action = ActionOf(key);
            // The value's bytes take the place of the key's.
            var kind = action?.Leaf is { MindsNames: true } ? names.KindOf(default, key) : null;
            if (!value[at..].StartsWith("=>"u8)) throw Refused();
            at += 2;
            output.Append(value[start..at]);
            start = at;
            if (value[at..].StartsWith("NULL"u8))
            {
                at += 4;
                if (MaskedNull(action, scratch, output, sink)) start = at;
            }
            else if (Masked(Quoted(value, ref at, scratch), action, kind, scratch, output, sink)) start = at;
            output.Append(value[start..at]);
            if (action is { Delete: true }) output.Truncate(pair);
            else isFirst = false;

            at = SkipBlanks(value, at);
            if (at == value.Length) return;
            if (value[at] != ',') throw Refused();
            at = SkipBlanks(value, at + 1);
            if (at == value.Length) throw Refused();
        }
    }

    // False where the value stays.
    private static bool Masked(Span<byte> text, PartAction? action, PersonalKind? kind, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        if (action?.Set is { } set)
        {
            AppendQuoted(set, output);
            return true;
        }
        if (action?.Leaf is not { } leaf || text.IsEmpty) return false;
        if (sink is not null)
        {
            ShowPart(leaf.Text, action.Rule, text, sink, output);
            return true;
        }
        if (leaf.WritesNull)
        {
            output.Append("NULL"u8);
            return true;
        }
        leaf.ApplyToText(text, scratch.Leaf, kind);
        AppendQuoted(scratch.Leaf.Written, output);
        return true;
    }

    // False where NULL stays.
    private static bool MaskedNull(PartAction? action, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        if (action?.Set is { } set)
        {
            AppendQuoted(set, output);
            return true;
        }
        if (sink is not null || action?.Leaf is not { ReplacesNull: true } leaf) return false;
        leaf.ApplyToNull(scratch.Leaf);
        AppendQuoted(scratch.Leaf.Written, output);
        return true;
    }

    private static void AppendQuoted(ReadOnlySpan<byte> text, MaskOutput output)
    {
        output.Append((byte)'"');
        foreach (var one in text)
        {
            if (one is (byte)'"' or (byte)'\\') output.Append((byte)'\\');
            output.Append(one);
        }
        output.Append((byte)'"');
    }

    // Null keeps; a name that nobody decided on stops the run even beside NULL.
    private PartAction? ActionOf(ReadOnlySpan<byte> key)
    {
        foreach (var action in actions)
            if (action.Name is null || key.SequenceEqual(action.Name)) return action;
        return keepOthers ? null : throw new MaskException("has a key that isn't named: name it under 'keys', or say unlisted: keep");
    }

    private static Span<byte> Quoted(ReadOnlySpan<byte> value, ref int at, JsonScratch scratch)
    {
        if (at >= value.Length || value[at] != '"') throw Refused();
        var text = scratch.Bytes(value.Length - at);
        var length = 0;
        for (at++; at < value.Length; at++)
        {
            if (value[at] == '"')
            {
                at++;
                return text[..length];
            }
            if (value[at] == '\\' && ++at == value.Length) break;
            text[length++] = value[at];
        }
        throw Refused();
    }

    private static int SkipBlanks(ReadOnlySpan<byte> value, int at)
    {
        while (at < value.Length && value[at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r') at++;
        return at;
    }

    private static MaskException Refused() => new("is not hstore as PostgreSQL writes it");
}
