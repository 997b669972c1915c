using CiAnon.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CiAnon.Policies.Yaml;

/// <summary>Turns one YAML document into nodes with positions; reports what the policy's language leaves out of YAML.</summary>
internal sealed class YamlTree
{
    // Deeper than any policy; the recursion must end before the stack does.
    private const int MaximumDepth = 32;

    private readonly string _file;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Action<DiagnosticCode, SourcePosition, string> _report;

    private YamlTree(string file, string text, Action<DiagnosticCode, SourcePosition, string> report)
    {
        _file = file;
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
        _report = report;
    }

    /// <summary>The document's root, or null when there is none to go on with; what is wrong was reported.</summary>
    public static YamlNode? Parse(string file, string text, Action<DiagnosticCode, SourcePosition, string> report)
    {
        var tree = new YamlTree(file, text, report);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException exception)
        {
            report(DiagnosticCodes.PolicyMalformed, Position(file, exception.Start), Reason(exception));
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner answers some broken texts, such as an unclosed bracket before a comment sign, with these.
            report(DiagnosticCodes.PolicyMalformed, Position(file, tree._scanner.CurrentPosition), "not well-formed YAML at this place or shortly before it");
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
            return null;

        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            Refuse(second, "a policy is one YAML document; put the rest into a file of its own");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var at = Position(_file, _parser.Current!.Start);
        if (depth > MaximumDepth)
            throw new YamlException(_parser.Current.Start, _parser.Current.End, $"more than {MaximumDepth} levels deep");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            Refuse(alias, "aliases (*name) are not supported; write the value out");
            return new YamlScalar(at, at.Line, "", null, Plain: true);
        }
        if (_parser.Current is NodeEvent node)
            CheckProperties(node);
        if (_parser.TryConsume<SequenceStart>(out _))
            return ReadSequence(at, depth);
        if (_parser.TryConsume<MappingStart>(out _))
            return ReadMapping(at, depth);

        var scalar = _parser.Consume<Scalar>();
        return new YamlScalar(at, (int)scalar.End.Line, scalar.Value, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private YamlSequence ReadSequence(SourcePosition at, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new(at, items);
    }

    private YamlMapping ReadMapping(SourcePosition at, int depth)
    {
        var entries = new List<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is YamlScalar { Text: not null } name)
                entries.Add(new(name, value));
            else if (key is not YamlScalar)
                _report(DiagnosticCodes.WrongPolicyType, key.At, $"a key must be a name, not {key.Kind}");
        }
        return new(at, entries);
    }

    private void CheckProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Refuse(node, "anchors (&name) are not supported; write the value where it is needed");
        if (!node.Tag.IsEmpty)
            Refuse(node, "tags (!name) are not supported; remove the tag");
    }

    private void Refuse(ParsingEvent at, string message) => _report(DiagnosticCodes.PolicyYamlFeature, Position(_file, at.Start), message);

    private static SourcePosition Position(string file, Mark mark) =>
        new(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Reason(YamlException exception)
    {
        var reason = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return $"not well-formed YAML: {reason}";
    }
}
