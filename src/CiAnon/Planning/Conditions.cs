using CiAnon.Diagnostics;
using CiAnon.Strategies;
using CiAnon.Strategies.Conditions;

namespace CiAnon.Planning;

/// <summary>A rule's <c>when</c> and <c>unless</c>, put over its mask once the columns that they speak of are known.</summary>
internal sealed class Conditions(bool asciiOnly, List<Diagnostic> problems)
{
    public Mask Apply(RowCondition condition, Mask mask, ColumnDraft draft)
    {
        var when = Compile(condition.When, draft);
        var unless = Compile(condition.Unless, draft);
        return new ConditionalMask(mask, when, unless);
    }

    private FieldClause[] Compile(IReadOnlyList<RowClause> clauses, ColumnDraft draft) => [.. clauses.Select(clause => Compile(clause, draft)).OfType<FieldClause>()];

    private FieldClause? Compile(RowClause clause, ColumnDraft draft)
    {
        if (draft.Table.Find(clause.Column) is not { } column)
        {
            problems.Add(TableNames.UnknownColumn(draft.Table, clause.Column, draft.Position!.Value));
            return null;
        }
        if (column.IsGenerated) return Refuse($"looks at {clause.Column}, which is generated: the dump has no values of it");
        var tests = new List<FieldTest>();
        foreach (var test in clause.Tests)
        {
            if (FieldTests.Compile(test, column.Type, asciiOnly, out var problem) is not { } compiled) return Refuse($"looks at {clause.Column}, which is {column.Type.Name}: {problem}");
            tests.Add(compiled);
        }
        return new FieldClause(clause.Column, tests);

        FieldClause? Refuse(string why)
        {
            problems.Add(new Diagnostic(DiagnosticCodes.StrategyDoesNotFit, $"the condition of {draft.FullName} {why}", draft.Position));
            return null;
        }
    }
}
