using System.Text.RegularExpressions;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import.Labels;

/// <summary>PostgreSQL Anonymizer's rules as they stand in a dump or in a script: no extension and no server.</summary>
internal static partial class LabelReader
{
    public static void Read(string file, string sql, PolicyDraft draft)
    {
        foreach (var statement in LabelScan.Find(sql))
        {
            var at = PolicyText.PositionOf(file, sql, statement.Offset);
            if (statement.Label is not { } label) continue;
            if (statement.Provider == "k_anonymity")
                draft.Lose(at, $"{statement.Object} is an indirect identifier there: say under 'anonymity' which columns together, and the k that must hold");
            else if (statement.Kind == "COLUMN") Column(statement.Object, label, at, draft);
            else if (statement.Kind is "TABLE" or "DATABASE" && Sample().Match(label) is { Success: true } sample && statement.Kind == "TABLE")
                ForeignRows.Add(Name(Parts(statement.Object)), at, where: null, PolicyNode.Text(sample.Groups["percent"].Value + "%", at), stratum: null, draft);
            else if (statement.Kind is "TABLE" or "DATABASE")
                draft.Lose(at, $"the label of {statement.Kind.ToLowerInvariant()} {statement.Object} has no counterpart");
        }
    }

    private static void Column(string name, string label, Diagnostics.SourcePosition at, PolicyDraft draft)
    {
        var parts = Parts(name);
        if (parts.Count < 2) return;
        draft.Add(Name(parts[..^1]), at, Rule(label, Unquoted(parts[^1]), at));
    }

    private static ForeignRule Rule(string label, string column, Diagnostics.SourcePosition at)
    {
        if (NotMasked().IsMatch(label)) return new ForeignRule(LabelStrategies.NotMasked, column, at, []);
        if (WithValue().Match(label) is { Success: true } value)
        {
            var text = value.Groups["value"].Value;
            if (Null().IsMatch(text)) return new ForeignRule(LabelStrategies.Value, column, at, []);
            return MaskingCall.LiteralText(text) is { } literal ? New(LabelStrategies.Value, [literal], column, at) : New(LabelStrategies.Expression, [], column, at);
        }
        if (WithFunction().Match(label) is not { Success: true } function || MaskingCall.Read(function.Groups["function"].Value) is not { } call) return New(LabelStrategies.Expression, [], column, at);
        return LabelStrategies.Tool.Find(call.Function) is not null ? New(call.Function, call.Arguments, column, at) : New(LabelStrategies.Expression, [], column, at);
    }

    private static ForeignRule New(string strategy, IReadOnlyList<string> arguments, string column, Diagnostics.SourcePosition at) =>
        new(strategy, column, at, [.. arguments.Select((argument, index) => new YamlEntry(PolicyNode.Text($"{index + 1}", at), PolicyNode.Text(argument, at)))]);

    private static string Name(IReadOnlyList<string> parts) => parts is ["public", var table] ? table : string.Join('.', parts);

    private static string Unquoted(string name) => name.StartsWith('"') ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name.ToLowerInvariant();

    private static List<string> Parts(string name) => [.. Part().Matches(name).Select(part => part.Value)];

    [GeneratedRegex("\"(?:[^\"]|\"\")+\"|[\\w$]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^\s*NOT\s+MASKED\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotMasked();

    [GeneratedRegex(@"^\s*MASKED\s+WITH\s+VALUE\s+(?<value>.*?)\s*\z", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithValue();

    [GeneratedRegex(@"^\s*MASKED\s+WITH\s+FUNCTION\s+(?<function>.*?)\s*\z", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithFunction();

    [GeneratedRegex(@"^NULL\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Null();

    [GeneratedRegex(@"^\s*TABLESAMPLE\s+(BERNOULLI|SYSTEM)\s*\(\s*(?<percent>\d+(\.\d+)?)\s*\)\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();
}
