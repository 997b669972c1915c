using System.Text;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies;

/// <summary>Adds rules to the text of a policy. What is there stays as it is: every character, comments and order included.</summary>
public sealed class PolicyEdit
{
    private const int Step = 2;

    private readonly string _text;
    private readonly string _newline;
    private readonly List<(int Offset, string Text)> _inserts = [];

    private PolicyEdit(string text)
    {
        _text = text;
        _newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    /// <summary>The text with the rules that it doesn't have yet; a column that it names, under columns or under keep, is left alone.</summary>
    /// <param name="text">A policy that <see cref="PolicyReader"/> reads without errors, or comments only.</param>
    /// <param name="rules">Rules of one table keep their order.</param>
    /// <param name="identity">What two spellings of a table's name have in common: <c>public.users</c> and <c>users</c>.</param>
    public static string Add(string text, IReadOnlyList<ProposedRule> rules, Func<string, string>? identity = null)
    {
        var mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        var edit = new PolicyEdit(text[mark.Length..]);
        edit.Plan(rules, identity ?? (static name => name));
        return mark + edit.Apply();
    }

    /// <summary>Whether the text has no such key at its top.</summary>
    public static bool Lacks(string text, string key) => YamlLayout.Parse(text)?.Find(key) is null;

    /// <summary>The text with one more line at its top level, behind its first key.</summary>
    /// <param name="line">Without its end.</param>
    public static string AddLine(string text, string line)
    {
        var mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        var edit = new PolicyEdit(text[mark.Length..]);
        if (YamlLayout.Parse(edit._text) is not { IsFlow: false, Entries: [var first, ..] }) return text;
        edit.InsertLine(edit.EndOfLine(first.Value.End), new string(' ', first.Key.Column) + line);
        return mark + edit.Apply();
    }

    private void InsertLine(int at, string line) => _inserts.Add((at, (NeedsBreak(at) ? _newline : "") + line + _newline));

    private void Plan(IReadOnlyList<ProposedRule> rules, Func<string, string> identity)
    {
        var root = YamlLayout.Parse(_text);
        var tables = root?.Find(PolicyLanguage.Tables.Name);
        var added = new List<IGrouping<string, ProposedRule>>();
        foreach (var group in rules.GroupBy(rule => rule.Table))
        {
            var entries = tables?.Entries?.Where(entry => identity(entry.Key.Text!) == identity(group.Key)).ToList();
            if (entries is not { Count: > 0 })
            {
                added.Add(group);
                continue;
            }
            var named = entries.SelectMany(entry => Named(entry.Value)).ToHashSet();
            var missing = group.Where(rule => !named.Contains(rule.Column)).DistinctBy(rule => rule.Column).ToList();
            if (missing.Count > 0) AddColumns(entries[0].Key, entries[0].Value, missing);
        }
        if (added.Count > 0) AddTables(root, tables, added);
    }

    private static IEnumerable<string> Named(YamlLayout table)
    {
        foreach (var (key, _) in table.Find(PolicyLanguage.TableColumns.Name)?.Entries ?? []) yield return key.Text!;
        var keep = table.Find(PolicyLanguage.TableKeep.Name);
        foreach (var (key, _) in keep?.Entries ?? []) yield return key.Text!;
        foreach (var item in keep?.Items ?? []) yield return item.Text!;
    }

    private void AddColumns(YamlLayout name, YamlLayout table, IReadOnlyList<ProposedRule> rules)
    {
        if (table.Find(PolicyLanguage.TableColumns.Name) is not { } columns)
            AddTo(table, name.Column, new PolicyPart(PolicyLanguage.TableColumns.Name, null, Parts(rules)));
        else
            AddTo(columns, ColumnOf(table, PolicyLanguage.TableColumns.Name), [.. Parts(rules)]);
    }

    private void AddTables(YamlLayout? root, YamlLayout? tables, IEnumerable<IGrouping<string, ProposedRule>> groups)
    {
        PolicyPart[] parts =
        [
            .. groups.Select(group => new PolicyPart(group.Key, null,
                [new PolicyPart(PolicyLanguage.TableColumns.Name, null, Parts(group.DistinctBy(rule => rule.Column)))]) { IsTable = true }),
        ];
        if (root is null) InsertLines(_text.Length, 0, [new PolicyPart(PolicyLanguage.Tables.Name, null, parts)]);
        else if (tables is null) AddTo(root, 0, new PolicyPart(PolicyLanguage.Tables.Name, null, parts));
        else AddTo(tables, ColumnOf(root, PolicyLanguage.Tables.Name), parts);
    }

    private static int ColumnOf(YamlLayout mapping, string key) => mapping.Entries!.First(entry => entry.Key.Text == key).Key.Column;

    private static IReadOnlyList<PolicyPart> Parts(IEnumerable<ProposedRule> rules) =>
        [.. rules.Select(rule => new PolicyPart(rule.Column, PolicyPart.RuleText(rule), [], rule.Comment))];

    /// <param name="keyColumn">Where the key of the value begins, for values that aren't there yet.</param>
    private void AddTo(YamlLayout value, int keyColumn, params PolicyPart[] parts)
    {
        if (value.IsNothing)
        {
            // A tilde that says "nothing" would now be one value too many.
            if (value.Text!.Length > 0) _inserts.Add((value.Start, "# "));
            InsertLines(EndOfLine(value.End), keyColumn + Step, parts);
        }
        else if (value.IsFlow)
        {
            var isEmpty = value.Entries!.Count == 0;
            var at = isEmpty ? value.Start + 1 : value.Entries[^1].Value.End;
            _inserts.Add((at, PolicyPart.Flow(parts, isEmpty, value.Column + Step, _newline)));
        }
        else
        {
            InsertLines(EndOfLine(value.End), value.Entries![0].Key.Column, parts);
        }
    }

    private void InsertLines(int at, int indent, IReadOnlyList<PolicyPart> parts)
    {
        var lines = new StringBuilder();
        foreach (var part in parts) part.AppendBlock(lines, indent, _newline);
        _inserts.Add((at, (NeedsBreak(at) ? _newline : "") + lines));
    }

    private bool NeedsBreak(int at) => at > 0 && _text[at - 1] is not ('\n' or '\r' or '\u0085' or '\u2028' or '\u2029');

    // Behind the line's end, comments included.
    private int EndOfLine(int offset)
    {
        while (offset < _text.Length && _text[offset] is not ('\n' or '\u0085' or '\u2028' or '\u2029')) offset++;
        return Math.Min(_text.Length, offset + 1);
    }

    private string Apply()
    {
        var result = new StringBuilder(_text.Length);
        var copied = 0;
        // Deeper parts were planned first, and stay first where two meet.
        foreach (var (offset, text) in _inserts.OrderBy(insert => insert.Offset))
        {
            result.Append(_text, copied, offset - copied);
            // Two insertions at the end of a text without a last line break: one break is enough.
            if (offset == copied && offset == _text.Length && result.Length > 0 && result[^1] == '\n') result.Append(text.TrimStart('\r', '\n'));
            else result.Append(text);
            copied = offset;
        }
        return result.Append(_text, copied, _text.Length - copied).ToString();
    }
}
