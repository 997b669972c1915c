using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Reading;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Rows;

/// <summary>Reads which rows the artefact has: <c>rows</c> of a table, and the whole policy's <c>subset</c>, <c>references</c> and <c>exclude</c>.</summary>
internal sealed partial class RowsReader(PolicyProblems problems, PolicyMappings mappings, PolicyValues values)
{
    /// <summary>The mapping under a table's <c>rows</c>; null where it says nothing, or something wrong.</summary>
    public RowsFilter? Filter(YamlNode node)
    {
        var fields = mappings.Fields(node, PolicyLanguage.Rows);
        var filter = new RowsFilter(Condition(fields[PolicyLanguage.RowsWhere], PolicyLanguage.RowsWhere), Sample(fields),
            values.Integer(fields[PolicyLanguage.RowsLimit], PolicyLanguage.RowsLimit), node.At);
        if (node is YamlMapping { Entries.Count: 0 })
            problems.WrongType(node, "'rows'", "'all', 'none', or a mapping with 'where', 'sample' or 'limit'");
        return filter is { Where: null, Sample: null, Limit: null } ? null : filter;
    }

    public SubsetRule? Subset(YamlNode? node)
    {
        if (node is null) return null;
        var fields = mappings.Fields(node, PolicyLanguage.SubsetSection);
        var from = values.Text(fields[PolicyLanguage.SubsetFrom], PolicyLanguage.SubsetFrom);
        if (node is YamlMapping && fields[PolicyLanguage.SubsetFrom] is null)
            problems.Add(DiagnosticCodes.MissingPolicyKey, node.At, "'from' is missing in 'subset'; add the table that it begins with");
        var where = Condition(fields[PolicyLanguage.SubsetWhere], PolicyLanguage.SubsetWhere);
        var limit = values.Integer(fields[PolicyLanguage.SubsetLimit], PolicyLanguage.SubsetLimit);
        return from is null ? null : new(from, where, limit, fields[PolicyLanguage.SubsetFrom]!.At);
    }

    public IReadOnlyList<ReferenceRule> References(YamlNode? node) =>
        [.. mappings.List(node, PolicyLanguage.References, PolicyLanguage.ReferenceSection).Select(entry => Reference(entry.Fields, entry.Item)).OfType<ReferenceRule>()];

    public IReadOnlyList<ExcludedTables> Excluded(YamlNode? node) =>
        [.. values.List(node, "'exclude'").Select(glob => new ExcludedTables(glob.Text!, glob.At))];

    private ReferenceRule? Reference(PolicyFields fields, YamlNode item)
    {
        var table = values.Text(fields[PolicyLanguage.ReferenceTable], PolicyLanguage.ReferenceTable);
        var to = values.Text(fields[PolicyLanguage.ReferenceTo], PolicyLanguage.ReferenceTo);
        var columns = Names(fields[PolicyLanguage.ReferenceColumns], "'columns'");
        var key = Names(fields[PolicyLanguage.ReferenceKey], "'key'");
        if (table is null || to is null || columns.Count == 0) return null;
        if (key.Count > 0 && key.Count != columns.Count)
            problems.Add(DiagnosticCodes.BadPolicyValue, item.At, $"'columns' names {columns.Count} and 'key' {key.Count}; they pair up one by one");
        return new(table, columns, to, key, Case(fields[PolicyLanguage.ReferenceWhen]), item.At);
    }

    private ReferenceCase? Case(YamlNode? node)
    {
        if (node is null || mappings.Names(node, "'when'") is not { } entries) return null;
        if (entries.Count != 1)
        {
            problems.WrongType(node, "'when'", "one column with its value");
            return null;
        }
        return values.Scalar(entries[0].Value, "'when'") is { } value ? new(entries[0].Key.Written, value, entries[0].Key.At) : null;
    }

    private IReadOnlyList<string> Names(YamlNode? node, string what) => node is YamlScalar { Text: not null }
        ? values.Text(node, what) is { } name ? [name] : []
        : [.. values.List(node, what).Select(name => name.Text!)];

    private RowsSample? Sample(PolicyFields fields)
    {
        var by = values.Text(fields[PolicyLanguage.RowsBy], PolicyLanguage.RowsBy);
        var stratify = values.Text(fields[PolicyLanguage.RowsStratify], PolicyLanguage.RowsStratify);
        var node = fields[PolicyLanguage.RowsSample];
        if (node is null && (fields[PolicyLanguage.RowsBy] ?? fields[PolicyLanguage.RowsStratify]) is { } alone)
            problems.Add(DiagnosticCodes.MissingPolicyKey, alone.At, "'sample' is missing beside it; add the share, such as 'sample: 10%'");
        if (values.Text(node, PolicyLanguage.RowsSample) is not { } text) return null;
        if (Share().Match(text) is { Success: true } match
            && double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) is > 0 and <= 100 and var percent)
            return new(percent / 100, by, stratify, node!.At);
        problems.Add(DiagnosticCodes.BadPolicyValue, node!.At, "'sample' takes a share above 0% and up to 100%, such as 10%");
        return null;
    }

    private RowsCondition? Condition(YamlNode? node, PolicyKey key) => values.Text(node, key) is { } sql ? new(sql, node!.At) : null;

    [GeneratedRegex(@"^(?<number>[0-9]{1,3}(\.[0-9]{1,9})?) ?%\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();
}
