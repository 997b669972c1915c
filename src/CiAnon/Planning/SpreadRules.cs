using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning.Rows;
using CiAnon.Strategies.Encryption;

namespace CiAnon.Planning;

/// <summary>What may have several pseudonyms per value: only what nothing else has to equal.</summary>
internal sealed class SpreadRules(Catalog catalog, IReadOnlyList<Reference> declared, List<Diagnostic> problems)
{
    public void Check(IReadOnlyCollection<ColumnDraft> drafts)
    {
        var masked = drafts.Where(draft => draft.Action == ColumnAction.Masked).ToList();
        foreach (var draft in masked.Where(draft => draft.Spread is not null && !draft.Table.IsPartition))
            if (Unsuited(draft) is { } why) problems.Add(new Diagnostic(DiagnosticCodes.CantSpread, $"'spread' on {draft.FullName}: {why}", draft.Position));
            else if (Needed(draft, masked) is { } where) problems.Add(new Diagnostic(DiagnosticCodes.EqualityNeeded, $"'spread' on {draft.FullName}: {where}", draft.Position));
    }

    /// <summary>Why the strategy, or what it is spread by, makes no sense of it; null where it does.</summary>
    private static string? Unsuited(ColumnDraft draft)
    {
        var strategy = draft.Strategy!;
        if (strategy == EncryptStrategy.Definition) return "what is encrypted must be found again by the key alone; remove 'spread'";
        if (!strategy.Guarantees.Deterministic || strategy.LeavesOriginals || strategy.IsForeign || strategy.Options.All(option => option.Name != "seed"))
            return $"strategy '{strategy.Name}' has no pseudonyms that follow from the value; remove 'spread'";
        return draft.Spread!.By == draft.Column.Name ? "by its own value a value has one pseudonym; name another column" : null;
    }

    /// <summary>What needs equal values to stay equal; null where nothing does.</summary>
    private string? Needed(ColumnDraft draft, IReadOnlyList<ColumnDraft> masked)
    {
        if (draft.UniqueKey is { } unique) return $"it must stay unique ({unique.Name}), and every value is there once anyway; remove 'spread'";
        foreach (var key in catalog.ForeignKeys.Select(Reference.Of).Concat(declared))
            if (Has(key.Table, key.Columns, draft) || Has(key.Referenced, key.ReferencedColumns, draft)) return $"{key} needs equal values; remove 'spread'";
        var other = masked.FirstOrDefault(other => other != draft && other.Strategy == draft.Strategy && other.Options.ToString() == draft.Options.ToString() && other.Locale == draft.Locale
            && other.Spread != draft.Spread && !other.Table.IsPartition);
        return other is null ? null : $"it shares its pseudonyms with {other.FullName}, where the same value gets others then; where they needn't be equal, give the rule a 'seed' of its own, else remove 'spread'";
    }

    private static bool Has(Table table, IReadOnlyList<string> columns, ColumnDraft draft) => table.Oid == draft.Table.Oid && columns.Contains(draft.Column.Name);
}
