using CiAnon.Diagnostics;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>A rule of another tool's file. It knows which of its options were looked at: the others are lost, and are told.</summary>
/// <param name="strategy">Its name there.</param>
/// <param name="column">The column that it stands under, or its key there.</param>
internal sealed class ForeignRule(string strategy, string column, SourcePosition at, IReadOnlyList<YamlEntry> options)
{
    private readonly HashSet<string> _read = [];

    public string Strategy { get; } = strategy;

    public string Column { get; } = column;

    /// <summary>All columns that the rule names, which can't stay as they are whatever becomes of it.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [column];

    public SourcePosition At { get; } = at;

    /// <summary>What has no counterpart.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>Why the rule can't be carried over; null where it can.</summary>
    public string? Refusal { get; private set; }

    public IEnumerable<YamlEntry> Unread => options.Where(entry => !_read.Contains(entry.Key.Written));

    public YamlNode? Node(string name)
    {
        _read.Add(name);
        return options.FirstOrDefault(entry => entry.Key.Written == name)?.Value;
    }

    public string? Text(string name) => Node(name).Scalar();

    public bool IsTrue(string name) => Node(name).IsTrue();

    /// <summary>An option whose value ours takes as it is; null when it isn't given.</summary>
    public YamlNode? As(string name) => Text(name) is { } text ? New(text) : null;

    public YamlNode New(string text) => PolicyNode.Text(text, At);

    public YamlNode New(params string[] texts) => PolicyNode.List(texts, At);

    /// <summary>Options without a meaning for the result here.</summary>
    public ForeignRule Ignoring(params string[] names)
    {
        _read.UnionWith(names);
        return this;
    }

    public IReadOnlyList<RuleDraft> Refuse(string why)
    {
        Refusal = why;
        return [];
    }
}
