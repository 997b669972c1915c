using System.Text;
using System.Xml;

namespace CiAnon.Strategies.Containers;

/// <summary>Goes through a value of PostgreSQL's xml, a document or a fragment of one, and writes it anew with what its actions change.</summary>
/// <param name="sink">Is shown what would be masked; null masks it.</param>
/// <param name="others">Gets what stays in a part beside what is masked inside of it, where that is shown.</param>
/// <param name="names">Of elements and attributes, what they say.</param>
internal sealed class XmlWalker(string xml, XmlAction[] actions, bool keepOthers, Encoding encoding, JsonScratch scratch, StringBuilder written, IInnerSink? sink, MaskOutput others, PartNames names)
{
    public const int MostLevels = 512;

    private const string Namespaces = "http://www.w3.org/2000/xmlns/";

    private static readonly XmlReaderSettings Read = new() { ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private static readonly XmlWriterSettings Write = new() { ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.Entitize };

    private readonly StringBuilder _text = new();
    private XmlReader _reader = null!;
    private XmlWriter _writer = null!;

    // Of the element that the reader is in, and of the one around it.
    private string _name = "";
    private string _owner = "";

    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="MaskException">A value can't be masked, or isn't named by a path.</exception>
    public void Walk()
    {
        using (_reader = XmlReader.Create(new StringReader(xml), Read))
        using (_writer = XmlWriter.Create(written, Write))
        {
            scratch.Places(0, actions.Length).Fill(1);
            Content(0, null);
        }
    }

    // Up to the end of the element that the reader stands in.
    private void Content(int level, XmlAction? around)
    {
        while (_reader.Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    _text.Append(_reader.Value);
                    break;
                case XmlNodeType.Element:
                    Text(around);
                    Element(level, around);
                    break;
                case XmlNodeType.EndElement:
                    Text(around);
                    return;
                case XmlNodeType.XmlDeclaration:
                    _writer.WriteProcessingInstruction("xml", _reader.Value);
                    break;
                case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction:
                    break;
                default:
                    throw new XmlException();
            }
        }
        Text(around);
    }

    private void Element(int level, XmlAction? around)
    {
        if (level == MostLevels) throw new XmlException();
        var action = Find(level, around, isAttribute: false);
        var isEmpty = _reader.IsEmptyElement;
        var (name, owner) = (_name, _owner);
        if (action is { Delete: true })
        {
            if (!isEmpty) SkipContent();
            return;
        }
        (_name, _owner) = (_reader.LocalName, name);
        _writer.WriteStartElement(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI);
        while (_reader.MoveToNextAttribute())
        {
            // Names of namespaces are the format's.
            var isNamespace = _reader.NamespaceURI == Namespaces;
            var own = isNamespace ? null : Find(level + 1, action, isAttribute: true);
            if (own is { Delete: true } || own is { Set: not null } && ReferenceEquals(own, action)) continue;
            _writer.WriteStartAttribute(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI);
            if (isNamespace) _writer.WriteString(_reader.Value);
            else Value(_reader.Value, own, _name, _reader.LocalName);
            _writer.WriteEndAttribute();
        }
        Content(level, action, isEmpty);
        (_name, _owner) = (name, owner);
    }

    private void Content(int level, XmlAction? action, bool isEmpty)
    {
        if (action?.Set is { } set)
        {
            _reader.MoveToElement();
            if (!isEmpty) SkipContent();
            _writer.WriteString(set);
            _writer.WriteFullEndElement();
            return;
        }
        if (isEmpty)
        {
            _writer.WriteEndElement();
            return;
        }
        Content(level + 1, action);
        _writer.WriteFullEndElement();
    }

    // To the end of the element that the reader stands at the beginning of.
    private void SkipContent()
    {
        var depth = _reader.Depth;
        while (_reader.Read() && _reader.Depth > depth)
        {
        }
    }

    // Of the paths that lead to the node, else to what it is in; level is that of what it is in.
    private XmlAction? Find(int level, XmlAction? around, bool isAttribute)
    {
        // The lower level first: making room for it may move the upper one.
        var below = scratch.Places(level + 1, actions.Length);
        var at = scratch.Places(level, actions.Length);
        XmlAction? found = null;
        for (var i = 0; i < actions.Length; i++)
        {
            below[i] = actions[i].Path.Below(at[i], _reader.Name, _reader.LocalName, isAttribute);
            if ((below[i] & actions[i].Path.End) != 0) found ??= actions[i];
        }
        return found ?? around;
    }

    private void Text(XmlAction? action)
    {
        if (_text.Length == 0) return;
        Value(_text.ToString(), action, _owner, _name);
        _text.Clear();
    }

    private void Value(string value, XmlAction? action, string owner, string name)
    {
        if (action?.Set is { } set)
        {
            _writer.WriteString(set);
            return;
        }
        var core = value.AsSpan().Trim(" \t\r\n");
        if (core.IsEmpty)
        {
            _writer.WriteString(value);
            return;
        }
        if (action is null && !keepOthers) throw new MaskException("has a text or attribute that no path leads to: name it under 'paths', or say unlisted: keep");
        if (action?.Leaf is not { } leaf)
        {
            _writer.WriteString(value);
            return;
        }
        var bytes = scratch.Bytes(encoding.GetMaxByteCount(core.Length));
        var text = bytes[..encoding.GetBytes(core, bytes)];
        if (sink is not null)
        {
            ContainerMask.ShowPart(leaf.Text, action.Rule, text, sink, others);
            return;
        }
        if (leaf.WritesNull) return;
        leaf.ApplyToText(text, scratch.Leaf, leaf.MindsNames ? names.KindOf(owner, name) : null);
        var start = value.AsSpan().IndexOfAnyExcept(" \t\r\n");
        _writer.WriteString(value[..start] + encoding.GetString(scratch.Leaf.Written) + value[(start + core.Length)..]);
    }
}
