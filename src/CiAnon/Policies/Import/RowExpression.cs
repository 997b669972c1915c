using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>
/// Reads conditions of other tools, of SQL and of expr-lang: comparisons of a column with literals, joined by and, or and not. What goes
/// beyond that is not understood, and a rule without its condition masks every row.
/// </summary>
internal static class RowExpression
{
    /// <summary>Null where the condition can't be said in ours.</summary>
    public static RuleRows? Read(string text, SourcePosition at)
    {
        if (new RowExpressionParser(text).Parse() is not { } term) return null;
        var (when, unless) = (new List<YamlMapping>(), new List<YamlMapping>());
        return (term is AllOf all ? all.Terms : [term]).All(part => Sort(part, when, unless, at)) ? new RuleRows(when, unless) : null;
    }

    private static bool Sort(RowTerm term, List<YamlMapping> when, List<YamlMapping> unless, SourcePosition at)
    {
        switch (term)
        {
            case Comparison comparison:
                (comparison.IsNegated ? unless : when).Add(Clause([comparison], at));
                return true;
            case AnyOf any when any.Terms.OfType<Comparison>().ToList() is var terms && terms.Count == any.Terms.Count && terms.Select(one => one.Column).Distinct().Count() == 1:
                // One of several values.
                if (terms.TrueForAll(one => one is { IsNegated: false, Key: "equals" or "in" }))
                {
                    when.Add(Clause([new Comparison(terms[0].Column, "in", [.. terms.SelectMany(one => one.Values)], IsNegated: false)], at));
                    return true;
                }
                // All but the rows that all of it holds for.
                if (!terms.TrueForAll(one => one.IsNegated) || terms.Select(one => one.Key).Distinct().Count() < terms.Count) return false;
                unless.Add(Clause(terms, at));
                return true;
            default:
                return false;
        }
    }

    private static YamlMapping Clause(List<Comparison> comparisons, SourcePosition at) => PolicyNode.Map(at,
    [
        (PolicyLanguage.ConditionColumn.Name, PolicyNode.Text(comparisons[0].Column, at)),
        .. comparisons.Select(one => (one.Key, one.Key == "in" ? (YamlNode)PolicyNode.List(one.Values, at) : PolicyNode.Text(one.Values[0], at))),
    ]);
}

internal abstract record RowTerm
{
    public abstract RowTerm Negate();
}

internal sealed record AllOf(IReadOnlyList<RowTerm> Terms) : RowTerm
{
    public static RowTerm Of(IEnumerable<RowTerm> terms) => new AllOf([.. terms.SelectMany(term => term is AllOf all ? all.Terms : [term])]);

    public override RowTerm Negate() => AnyOf.Of(Terms.Select(term => term.Negate()));
}

internal sealed record AnyOf(IReadOnlyList<RowTerm> Terms) : RowTerm
{
    public static RowTerm Of(IEnumerable<RowTerm> terms) => new AnyOf([.. terms.SelectMany(term => term is AnyOf any ? any.Terms : [term])]);

    public override RowTerm Negate() => AllOf.Of(Terms.Select(term => term.Negate()));
}

/// <summary>A column compared with literals.</summary>
/// <param name="Key">A key of <c>when</c>.</param>
/// <param name="Values">One, or several of <c>in</c>.</param>
internal sealed record Comparison(string Column, string Key, IReadOnlyList<string> Values, bool IsNegated) : RowTerm
{
    public override RowTerm Negate() => Key switch
    {
        "less_than" => this with { Key = "at_least" },
        "at_most" => this with { Key = "greater_than" },
        "greater_than" => this with { Key = "at_most" },
        "at_least" => this with { Key = "less_than" },
        "is_null" => this with { Values = [Values[0] == "true" ? "false" : "true"] },
        _ => this with { IsNegated = !IsNegated },
    };
}
