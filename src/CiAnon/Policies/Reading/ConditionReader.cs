using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies.Conditions;

namespace CiAnon.Policies.Reading;

/// <summary>Reads <c>when</c> and <c>unless</c> of a rule.</summary>
internal sealed class ConditionReader(PolicyProblems problems, PolicyMappings mappings, PolicyValues values, DecisionReader decisions)
{
    private static readonly (PolicyKey Key, RowOperator Operator)[] Operators =
    [
        (PolicyLanguage.ConditionEquals, RowOperator.Equals),
        (PolicyLanguage.ConditionIn, RowOperator.In),
        (PolicyLanguage.ConditionMatches, RowOperator.Matches),
        (PolicyLanguage.ConditionIsNull, RowOperator.IsNull),
        (PolicyLanguage.ConditionLessThan, RowOperator.LessThan),
        (PolicyLanguage.ConditionAtMost, RowOperator.AtMost),
        (PolicyLanguage.ConditionGreaterThan, RowOperator.GreaterThan),
        (PolicyLanguage.ConditionAtLeast, RowOperator.AtLeast),
    ];

    /// <summary>The condition and why other rows stay; both null where there is no condition.</summary>
    public (RowCondition? Condition, Decision? Decision) Read(YamlNode? when, YamlNode? unless, YamlNode at)
    {
        if (when is null && unless is null) return (null, null);
        var fields = new List<PolicyFields>();
        var condition = new RowCondition(Clauses(when, fields), Clauses(unless, fields));
        var reasoned = fields.Find(field => field[PolicyLanguage.Reason] is not null) ?? fields.FirstOrDefault();
        return (condition, reasoned is null ? DecisionReader.Bare(at) : decisions.Read(reasoned, at));
    }

    private List<RowClause> Clauses(YamlNode? node, List<PolicyFields> fields)
    {
        switch (node)
        {
            case null or YamlScalar { Text: null }:
                return [];
            case YamlMapping:
                return [.. new[] { Clause(node, fields) }.OfType<RowClause>()];
            case YamlSequence { Items.Count: > 0 } list:
                return [.. list.Items.Select(item => Clause(item, fields)).OfType<RowClause>()];
            default:
                problems.WrongType(node, "a condition", "a mapping such as { column: staff, equals: \"f\" }, or a list of them");
                return [];
        }
    }

    private RowClause? Clause(YamlNode node, List<PolicyFields> fields)
    {
        var given = mappings.Fields(node, PolicyLanguage.Condition);
        fields.Add(given);
        if (node is not YamlMapping) return null;
        if (given[PolicyLanguage.ConditionColumn] is null)
        {
            problems.Add(DiagnosticCodes.MissingPolicyKey, node.At, "'column' is missing in a condition; add it");
            return null;
        }
        var column = values.Text(given[PolicyLanguage.ConditionColumn], PolicyLanguage.ConditionColumn);
        var tests = Operators.Where(pair => given[pair.Key] is not null).ToList();
        if (tests.Count == 0)
        {
            problems.Add(DiagnosticCodes.MissingPolicyKey, node.At, $"a condition asks nothing of its column; add one of {string.Join(", ", Operators.Select(pair => pair.Key.Name))}");
            return null;
        }
        var read = tests.Select(pair => Test(given[pair.Key]!, pair.Key, pair.Operator)).OfType<RowTest>().ToList();
        return column is null || read.Count < tests.Count ? null : new RowClause(column, read);
    }

    private RowTest? Test(YamlNode node, PolicyKey key, RowOperator op)
    {
        switch (key.Type)
        {
            case PolicyValueType.TextList:
                var list = values.List(node, $"'{key.Name}'").Select(item => item.Text!).ToList();
                if (list.Count > 0) return new RowTest(op, list);
                if (node is YamlSequence { Items.Count: 0 }) problems.WrongType(node, $"'{key.Name}'", "a list with one value at least");
                return null;
            case PolicyValueType.Choice:
                return values.Choice(node, key, DiagnosticCodes.BadPolicyValue) is { } word ? new RowTest(op, [word]) : null;
            default:
                if (values.Scalar(node, $"'{key.Name}'") is not { } operand) return null;
                if (op != RowOperator.Matches || MatchTest.Compile(operand) is not null) return new RowTest(op, [operand]);
                problems.Add(DiagnosticCodes.BadPolicyValue, node.At, "'matches' takes a regular expression without backreferences and lookarounds");
                return null;
        }
    }
}
