using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Rows;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies.Reading;

/// <summary>Reads what the policy says of one table.</summary>
internal sealed class TableReader(
    PolicyLanguage language, PolicyProblems problems, PolicyMappings mappings, PolicyValues values, RuleReader rules, DecisionReader decisions, RowsReader rows)
{
    public TablePolicy Read(YamlEntry table)
    {
        var fields = mappings.Fields(table.Value, PolicyLanguage.Table);
        var keep = fields[PolicyLanguage.TableKeep];
        var keepAll = keep is YamlScalar { Text: PolicyLanguage.KeepAll } ? DecisionReader.Bare(keep) : null;

        var columns = rules.ReadColumns(fields[PolicyLanguage.TableColumns]).ToList();
        var named = columns.ToDictionary(rule => rule.Column, rule => rule.Position);
        if (keepAll is null)
            columns.AddRange(Kept(keep).Where(rule => IsFirst(rule, named)));
        var stated = fields[PolicyLanguage.TableRows];
        var filter = stated is YamlMapping ? rows.Filter(stated) : null;
        var mode = stated is YamlMapping ? RowsMode.All : values.WordOrDefault<RowsMode>(stated, PolicyLanguage.TableRows);
        return new(table.Key.Written, columns, keepAll, mode, table.Key.At) { StatesRows = stated is not null, Filter = filter };
    }

    private IEnumerable<ColumnRule> Kept(YamlNode? node)
    {
        switch (node)
        {
            case null or YamlScalar { Text: null }:
                return [];
            case YamlSequence:
                return values.List(node, "'keep'").Select(column => Kept(column.Text!, column, DecisionReader.Bare(column)));
            case YamlMapping:
                return mappings.Names(node, "'keep'")!.Select(Decided).ToArray();
            default:
                problems.WrongType(node, "'keep'", $"a list of columns, a mapping of columns to decisions, or '{PolicyLanguage.KeepAll}'");
                return [];
        }
    }

    private ColumnRule Decided(YamlEntry column)
    {
        var fields = mappings.Fields(column.Value, PolicyLanguage.Decision);
        var decision = decisions.Read(fields, column.Key);
        return Kept(column.Key.Written, column.Key, decision) with { Proposed = decisions.ReadProposal(fields[PolicyLanguage.Proposed], decision) };
    }

    private ColumnRule Kept(string column, YamlScalar place, Decision decision) =>
        new(column, language.KeepStrategy, OptionValues.None, decision, place.At);

    private bool IsFirst(ColumnRule rule, Dictionary<string, SourcePosition> named)
    {
        if (named.TryAdd(rule.Column, rule.Position))
            return true;

        problems.Add(DiagnosticCodes.DuplicatePolicyKey, rule.Position,
            $"this column is named twice, first on line {named[rule.Column].Line}; either give it a strategy or keep it");
        return false;
    }
}
