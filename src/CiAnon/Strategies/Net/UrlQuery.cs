using System.Buffers;
using CiAnon.Keys;
using CiAnon.Strategies.Containers;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Net;

/// <summary>The parameters behind the question mark of an address, each as the policy says.</summary>
/// <param name="actions">Of parameters that the policy names.</param>
/// <param name="others">replace, keep or drop: all others.</param>
internal sealed class UrlQuery(PartAction[] actions, string others, SipHash hash)
{
    // RFC 3986, 2.3.
    private static readonly SearchValues<byte> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    public void Append(ReadOnlySpan<byte> text, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        var (separator, isFirst) = ((byte)'?', true);
        for (var isLast = text.IsEmpty; !isLast;)
        {
            var end = text.IndexOfAny((byte)'&', (byte)';');
            isLast = end < 0;
            var parameter = isLast ? text : text[..end];
            var action = ActionOf(parameter, scratch);
            if (action is null ? others != "drop" : !action.Delete)
            {
                output.Append(isFirst ? (byte)'?' : separator);
                isFirst = false;
                Append(parameter, action, scratch, output, sink);
            }
            if (isLast) return;
            separator = text[end];
            text = text[(end + 1)..];
        }
    }

    // user%5Bname%5D is user[name].
    private PartAction? ActionOf(ReadOnlySpan<byte> parameter, JsonScratch scratch)
    {
        if (actions.Length == 0) return null;
        var equals = parameter.IndexOf((byte)'=');
        var name = Decoded(equals < 0 ? parameter : parameter[..equals], scratch);
        foreach (var action in actions)
            if (name.SequenceEqual(action.Name)) return action;
        return null;
    }

    private void Append(ReadOnlySpan<byte> parameter, PartAction? action, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        var value = parameter.IndexOf((byte)'=') + 1;
        if (action is null && others == "replace")
        {
            // A name alone may be a value: ?anna.
            output.Append(parameter[..value]);
            if (value < parameter.Length) HexText.Append(output, hash.Hash(parameter[value..]), UrlMask.Digits);
            return;
        }
        if (value == 0 || value == parameter.Length && action?.Set is null || action is null or { Set: null, Leaf: null })
        {
            output.Append(parameter);
            return;
        }
        output.Append(parameter[..value]);
        if (action.Set is { } set)
        {
            AppendEncoded(set, output);
            return;
        }
        var decoded = Decoded(parameter[value..], scratch);
        if (sink is not null)
        {
            ContainerMask.ShowPart(action.Leaf!.Text, action.Rule, decoded, sink, output);
            return;
        }
        if (action.Leaf!.WritesNull) return;
        action.Leaf.ApplyToText(decoded, scratch.Leaf);
        AppendEncoded(scratch.Leaf.Written, output);
    }

    // As forms encode it: a plus is a blank.
    private static Span<byte> Decoded(ReadOnlySpan<byte> value, JsonScratch scratch)
    {
        var decoded = scratch.Bytes(value.Length);
        var length = 0;
        for (var at = 0; at < value.Length; at++)
        {
            var isEscape = value[at] == '%' && at + 2 < value.Length && char.IsAsciiHexDigit((char)value[at + 1]) && char.IsAsciiHexDigit((char)value[at + 2]);
            decoded[length++] = isEscape ? (byte)(Digit(value[at + 1]) * 16 + Digit(value[at + 2])) : value[at] == '+' ? (byte)' ' : value[at];
            if (isEscape) at += 2;
        }
        return decoded[..length];

        static int Digit(byte one) => one <= '9' ? one - '0' : (one | 0x20) - 'a' + 10;
    }

    private static void AppendEncoded(ReadOnlySpan<byte> text, MaskOutput output)
    {
        foreach (var one in text)
        {
            if (Unreserved.Contains(one))
            {
                output.Append(one);
                continue;
            }
            output.Append((byte)'%');
            output.Append("0123456789ABCDEF"u8[one >> 4]);
            output.Append("0123456789ABCDEF"u8[one & 15]);
        }
    }
}
