using System.Buffers;
using System.Text.Json;

namespace CiAnon.Strategies.Containers;

/// <summary>
/// Goes through a JSON value and copies it, byte for byte but for what its actions change: order, blanks, escapes, numbers and members
/// that stand twice are as they were.
/// </summary>
/// <param name="sink">Is shown what would be masked, and nothing is; null masks it.</param>
/// <param name="names">Of members, what they say.</param>
/// <param name="own">What texts are that no member around them names.</param>
internal ref struct JsonWalker(ReadOnlySpan<byte> json, JsonAction[] actions, bool keepOthers, JsonScratch scratch, MaskOutput output, IInnerSink? sink, PartNames names, PersonalKind? own)
{
    public const int MostLevels = 512;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(one => (byte)one)]);

    private readonly ReadOnlySpan<byte> _json = json;
    private Utf8JsonReader _reader = new(json, new JsonReaderOptions { MaxDepth = MostLevels });
    private int _copied;

    // Of the member that the reader is in, and of the one around it.
    private Range _name;
    private Range _owner;

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="MaskException">A value can't be masked, or isn't named by a path.</exception>
    public void Walk()
    {
        scratch.Places(0, actions.Length).Fill(1);
        _reader.Read();
        Value(0, 0, isFirst: true, around: null);
        while (_reader.Read())
        {
        }
        output.Append(_json[_copied..]);
    }

    private readonly int TokenStart => (int)_reader.TokenStartIndex;

    private readonly Range NameHere => (TokenStart + 1)..(TokenStart + 1 + _reader.ValueSpan.Length);

    private readonly int TokenEnd => (int)_reader.BytesConsumed;

    // False when the value is gone. Where no path leads, what holds of the values around it does.
    private bool Value(int level, int start, bool isFirst, JsonAction? around)
    {
        var isContainer = _reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        if ((Find(level) ?? around) is not { } action)
        {
            if (isContainer) Container(level, around: null);
            else if (_reader.TokenType is JsonTokenType.String or JsonTokenType.Number && !keepOthers)
                throw new MaskException("has a text or number that no path leads to: name it under 'paths', or say unlisted: keep");
            return true;
        }
        if (action.Delete)
        {
            Delete(start, isFirst);
            return false;
        }
        if (action.Set is { } literal || action.Leaf is { WritesNull: true })
        {
            Flush(TokenStart);
            _reader.Skip();
            output.Append(action.Set ?? "null"u8);
            _copied = TokenEnd;
        }
        else if (isContainer && LeadsOn(level))
        {
            Container(level, action);
        }
        else if (action.Leaf is { } leaf)
        {
            Leaves(leaf, action.Rule);
        }
        else
        {
            _reader.Skip();
        }
        return true;
    }

    private void Container(int level, JsonAction? around)
    {
        var isObject = _reader.TokenType == JsonTokenType.StartObject;
        var (name, owner) = (_name, _owner);
        var (index, written) = (0, 0);
        while (_reader.Read() && _reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var start = TokenStart;
            Descend(level, isObject ? -1 : index);
            if (isObject)
            {
                (_name, _owner) = (NameHere, name);
                _reader.Read();
            }
            if (Value(level + 1, start, written == 0, around)) written++;
            index++;
        }
        (_name, _owner) = (name, owner);
    }

    private void Descend(int level, int index)
    {
        ReadOnlySpan<byte> name = default;
        if (index < 0)
        {
            name = _reader.ValueSpan;
            if (_reader.ValueIsEscaped)
            {
                var unescaped = scratch.Bytes(name.Length);
                name = unescaped[.._reader.CopyString(unescaped)];
            }
        }
        // The lower level first: making room for it may move the upper one.
        var below = scratch.Places(level + 1, actions.Length);
        var at = scratch.Places(level, actions.Length);
        for (var i = 0; i < actions.Length; i++) below[i] = at[i] == 0 ? 0 : actions[i].Path.Below(at[i], name, index);
    }

    private readonly JsonAction? Find(int level)
    {
        var at = scratch.Places(level, actions.Length);
        for (var i = 0; i < actions.Length; i++)
            if ((at[i] & actions[i].Path.End) != 0) return actions[i];
        return null;
    }

    private readonly bool LeadsOn(int level)
    {
        var at = scratch.Places(level, actions.Length);
        for (var i = 0; i < actions.Length; i++)
            if (actions[i].Path.LeadsOn(at[i])) return true;
        return false;
    }

    private void Flush(int until)
    {
        output.Append(_json[_copied..until]);
        _copied = until;
    }

    // One comma goes, too: the one before, or the one behind where nothing stands before.
    private void Delete(int start, bool isFirst)
    {
        Flush(start);
        _reader.Skip();
        _copied = TokenEnd;
        if (!isFirst)
        {
            var kept = output.Written.TrimEnd(" \t\r\n"u8);
            output.Truncate(kept.Length - 1);
            return;
        }
        var next = _copied;
        while (next < _json.Length && _json[next] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') next++;
        if (next == _json.Length || _json[next] != ',') return;
        next++;
        while (next < _json.Length && _json[next] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') next++;
        _copied = next;
    }

    private void Leaves(LeafMask leaf, int rule)
    {
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            Leaf(leaf, rule);
            return;
        }
        var isObject = _reader.TokenType == JsonTokenType.StartObject;
        var (name, owner) = (_name, _owner);
        while (_reader.Read() && _reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            if (isObject)
            {
                (_name, _owner) = (NameHere, name);
                _reader.Read();
            }
            Leaves(leaf, rule);
        }
        (_name, _owner) = (name, owner);
    }

    private void Leaf(LeafMask leaf, int rule)
    {
        var (start, end) = (TokenStart, TokenEnd);
        if (_reader.TokenType == JsonTokenType.Null)
        {
            if (sink is not null || !leaf.ReplacesNull) return;
            Replace(start, end, leaf.ApplyToNull(scratch.Leaf));
        }
        else if (_reader.TokenType == JsonTokenType.Number)
        {
            if (sink is not null)
            {
                Show(null, rule, _json[start..end], start, end);
                return;
            }
            Replace(start, end, leaf.ApplyToNumber(_json[start..end], scratch.Leaf));
        }
        else if (_reader.TokenType == JsonTokenType.String)
        {
            var buffer = scratch.Bytes(end - start);
            var text = buffer[.._reader.CopyString(buffer)];
            if (text.IsEmpty) return;
            if (sink is not null)
            {
                Show(leaf.Text, rule, text, start, end);
                return;
            }
            leaf.ApplyToText(text, scratch.Leaf, leaf.MindsNames ? names.KindOf(_json[_owner], _json[_name]) ?? (_json[_name].IsEmpty ? own : null) : null);
            Replace(start, end, isText: true);
        }
    }

    private void Show(Mask? mask, int rule, ReadOnlySpan<byte> part, int start, int end)
    {
        Flush(start);
        _copied = end;
        ContainerMask.ShowPart(mask, rule, part, sink!, output);
    }

    private void Replace(int start, int end, bool isText)
    {
        Flush(start);
        var written = scratch.Leaf.Written;
        if (isText) AppendText(written);
        else if (JsonNumber.Is(written)) output.Append(written);
        else throw new MaskException("has a number whose pseudonym is none in JSON");
        _copied = end;
    }

    private readonly void AppendText(ReadOnlySpan<byte> text)
    {
        output.Append((byte)'"');
        while (text.IndexOfAny(Escaped) is >= 0 and var special)
        {
            output.Append(text[..special]);
            var one = text[special];
            text = text[(special + 1)..];
            if (one >= 32)
            {
                output.Append((byte)'\\');
                output.Append(one);
                continue;
            }
            output.Append("\\u00"u8);
            output.Append("0123456789abcdef"u8[one >> 4]);
            output.Append("0123456789abcdef"u8[one & 15]);
        }
        output.Append(text);
        output.Append((byte)'"');
    }
}
