using CiAnon.Diagnostics;
using CiAnon.Strategies;
using CiAnon.Strategies.Sets;

namespace CiAnon.Planning;

/// <summary>What may be shuffled, and what can move together.</summary>
internal sealed class ShuffleRules(List<Diagnostic> problems)
{
    public void Check(IReadOnlyList<ColumnDraft> drafts)
    {
        var shuffled = drafts.Where(draft => draft.Action == ColumnAction.Masked && draft.Strategy == ShuffleStrategy.Definition).ToList();
        foreach (var draft in shuffled.Where(draft => !draft.Table.IsPartition))
        {
            if (draft.ToPlan().Kind is { } kind && PersonalKinds.Of(kind) is { IsDirect: true } definition)
                Refuse(draft, $"would leave every value in the artefact, and the column holds what identifies a person by itself ({definition.Title}): take a strategy that replaces it");
            if (ShuffleStrategy.NullsAlone(draft.Options) && draft.Column.NotNull)
                problems.Add(new Diagnostic(DiagnosticCodes.NotNullColumn, $"{draft.FullName} is NOT NULL and can't become NULL: remove 'alone: null'", draft.Position));
        }
        foreach (var table in shuffled.Where(draft => ShuffleStrategy.LabelOf(draft.Options) is not null).GroupBy(draft => (draft.Table.Oid, ShuffleStrategy.LabelOf(draft.Options))))
        {
            var first = table.First();
            foreach (var other in table.Where(draft => !Agree(first, draft) && !draft.Table.IsPartition))
                Refuse(other, $"moves together with {first.Column.Name}, whose rule has another 'within', 'seed' or condition: give all columns with '{table.Key.Item2}' the same");
        }
    }

    private void Refuse(ColumnDraft draft, string problem) =>
        problems.Add(new Diagnostic(DiagnosticCodes.StrategyDoesNotFit, $"strategy '{draft.Strategy!.Name}' on {draft.FullName} {problem}", draft.Position));

    private static bool Agree(ColumnDraft a, ColumnDraft b) =>
        ShuffleStrategy.SetOf(a.Options) == ShuffleStrategy.SetOf(b.Options) && a.Condition?.Words == b.Condition?.Words;
}
