using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Strategies;
using CiAnon.Strategies.Custom;
using CiAnon.Strategies.Sets;

namespace CiAnon.Planning;

/// <summary>Which masked columns must stay unique, and whether their strategies can promise it.</summary>
internal sealed class UniqueKeys(List<Diagnostic> problems)
{
    /// <summary>The name of a key that the policy declares.</summary>
    public const string Declared = "unique: true";

    public void Check(Table table, Func<string, ColumnDraft> draft)
    {
        var declared = table.Columns.Where(column => draft(column.Name).IsUnique).Select(column => new UniqueKey(Declared, IsPrimary: false, IsPartial: false, HasExpressions: false, [column.Name]));
        foreach (var key in (IEnumerable<UniqueKey>)[.. table.UniqueKeys, .. declared])
        {
            if (StaysUniqueByOthers(table, key, draft)) continue;
            foreach (var column in key.Columns.Select(draft).Where(column => column.Action == ColumnAction.Masked && (key.NullsClash || column.Strategy!.Name != "null")))
            {
                column.UniqueKey ??= key;
                if (column.Strategy!.LeavesOriginals && !MoveTogether(key, draft))
                {
                    problems.Add(new Diagnostic(DiagnosticCodes.NotUnique,
                        $"{column.FullName} must stay unique together with other columns ({key.Name}), and strategy '{column.Strategy.Name}' moves its values to other rows: give all columns of the key the same 'with'",
                        column.Position));
                    continue;
                }
                if (column.Condition is not null && column.Strategy is { Guarantees: { Reversible: true, Uniqueness: not Uniqueness.No }, LeavesOriginals: false })
                {
                    problems.Add(new Diagnostic(DiagnosticCodes.NotUnique,
                        $"{column.FullName} must stay unique ({key.Name}), and what strategy '{column.Strategy.Name}' makes of one value may be another that the rule's condition keeps: use email or hash, or remove the condition",
                        column.Position));
                    continue;
                }
                if (column.Strategy.Guarantees.Uniqueness != Uniqueness.No && (column.Strategy.Guarantees.Uniqueness != Uniqueness.Declared || IsDeclared(column))) continue;
                problems.Add(new Diagnostic(DiagnosticCodes.NotUnique,
                    $"{column.FullName} must stay unique ({key.Name}), and strategy '{column.Strategy.Name}' lets different values meet: use email, hash or digits{(column.Strategy.Guarantees.Uniqueness == Uniqueness.Declared ? ", or add 'unique: true' where it doesn't" : "")}",
                    column.Position));
            }
        }
    }

    // Nobody can know it while planning; a plug-in that declares less is refused when it is compiled.
    private static bool IsDeclared(ColumnDraft column) => column.Strategy == PluginStrategy.Definition || (column.InheritsFrom ?? column).Rule is { IsUnique: true };

    // The same values, on other rows: they clash only where those of one key are torn apart.
    private static bool MoveTogether(UniqueKey key, Func<string, ColumnDraft> draft) => key.Columns.Count == 1
        || key.Columns.Select(draft).All(column => column.Strategy == ShuffleStrategy.Definition && ShuffleStrategy.LabelOf(column.Options) is not null)
        && key.Columns.Select(draft).DistinctBy(column => ShuffleStrategy.LabelOf(column.Options)).Count() == 1;

    // (id, city) stays unique when id alone is unique and isn't masked.
    private static bool StaysUniqueByOthers(Table table, UniqueKey key, Func<string, ColumnDraft> draft) =>
        table.UniqueKeys.Any(other => other != key && !other.IsPartial && !other.HasExpressions
            && other.Columns.Count < key.Columns.Count && other.Columns.All(key.Columns.Contains)
            && other.Columns.All(column => draft(column).Action != ColumnAction.Masked));
}
