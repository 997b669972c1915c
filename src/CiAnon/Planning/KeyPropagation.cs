using CiAnon.Catalogs;
using CiAnon.Diagnostics;

namespace CiAnon.Planning;

/// <summary>A rule on a referenced key flows to the columns that reference it, so that keys keep matching.</summary>
internal sealed class KeyPropagation(Catalog catalog, Func<Table, string, ColumnDraft> draft, List<Diagnostic> problems)
{
    private readonly HashSet<(ColumnDraft, ColumnDraft)> _reported = [];

    public void Run()
    {
        // Chains of references (c → b → a) need one pass per link.
        while (PropagateAll())
        {
        }
        // A kept key's reference is kept, and so are references to that one: again, one pass per link.
        while (ClassifyAll())
        {
        }
        foreach (var key in catalog.ForeignKeys) Check(key);
    }

    private bool PropagateAll()
    {
        var changed = false;
        foreach (var key in catalog.ForeignKeys) changed |= Propagate(key);
        return changed;
    }

    private bool ClassifyAll()
    {
        var changed = false;
        foreach (var key in catalog.ForeignKeys) changed |= Classify(key);
        return changed;
    }

    private IEnumerable<(ColumnDraft Child, ColumnDraft Parent)> Pairs(ForeignKey key) =>
        key.Columns.Zip(key.ReferencedColumns, (child, parent) => (draft(key.Table, child), draft(key.Referenced, parent)));

    private bool Propagate(ForeignKey key)
    {
        var changed = false;
        foreach (var (child, parent) in Pairs(key))
        {
            if (parent == child || parent.Action != ColumnAction.Masked || child.InheritsFrom is not null || IsExplicit(child)) continue;
            child.InheritsFrom = parent.InheritsFrom ?? parent;
            child.Ledger = null;
            child.MaskWith(parent.Strategy!, parent.Options, $"inherit: {key.Name} references {parent.FullName}", parent.Position);
            changed = true;
        }
        return changed;
    }

    private bool Classify(ForeignKey key)
    {
        var changed = false;
        foreach (var (child, parent) in Pairs(key))
        {
            // A generated key is computed anew, from masked columns perhaps: nobody said that its values may stay.
            if (child.Action is not null || parent.Action is not (ColumnAction.Kept or ColumnAction.Structural)) continue;
            child.Settle(ColumnAction.Structural, $"foreign key to kept {parent.FullName}");
            changed = true;
        }
        return changed;
    }

    private void Check(ForeignKey key)
    {
        foreach (var (child, parent) in Pairs(key))
        {
            if (Conditional(child, parent) is { } conditional)
            {
                if (_reported.Add((child, parent)))
                    problems.Add(new Diagnostic(DiagnosticCodes.KeyConflict,
                        $"{conditional.FullName} is masked in some rows only, and {(conditional == parent ? child : parent).FullName} {(conditional == parent ? "references it" : "is what it references")} ({key.Name}): the keys would no longer match; remove the rule's condition",
                        conditional.Position));
                continue;
            }
            if (parent.Strategy is { LeavesOriginals: true } && parent.Action == ColumnAction.Masked)
            {
                if (_reported.Add((child, parent)))
                    problems.Add(new Diagnostic(DiagnosticCodes.KeyConflict,
                        $"{child.FullName} references {parent.FullName} ({key.Name}), whose values strategy '{parent.Strategy.Name}' moves to other rows: every reference would lead to another row; use permute or digits",
                        parent.Position));
                continue;
            }
            // Its values are references to the same rows, from other rows.
            if (child.Strategy is { LeavesOriginals: true } && parent.Action is ColumnAction.Kept or ColumnAction.Structural) continue;
            if ((parent.ReplacesNull ? parent : child.ReplacesNull ? child : null) is { } filled)
            {
                if (_reported.Add((child, parent)))
                    problems.Add(new Diagnostic(DiagnosticCodes.KeyConflict,
                        $"{filled.FullName} gets pseudonyms for NULL, and {(filled == parent ? child : parent).FullName} {(filled == parent ? "references it" : "is what it references")} ({key.Name}): what was no reference would be one; remove the rule's 'null'",
                        filled.Position));
                continue;
            }
            if (child.Strategy?.Name == "null" || (child.InheritsFrom is { } source && source == (parent.InheritsFrom ?? parent))) continue;
            var problem = (child.Action, parent.Action) switch
            {
                (ColumnAction.Masked, ColumnAction.Masked) when SameDomain(child, parent) => null,
                (ColumnAction.Masked, ColumnAction.Masked) => $"{child.FullName} and {parent.FullName}, which it references ({key.Name}), are masked differently",
                (ColumnAction.Masked, not null) => $"{child.FullName} is masked and {parent.FullName}, which it references ({key.Name}), is not",
                (ColumnAction.Kept, ColumnAction.Masked) => $"{child.FullName} is kept and {parent.FullName}, which it references ({key.Name}), is masked",
                _ => null,
            };
            if (problem is null || !_reported.Add((child, parent))) continue;
            problems.Add(new Diagnostic(DiagnosticCodes.KeyConflict,
                $"{problem}: the keys would no longer match; put one rule on {parent.FullName} and none on {child.FullName}", child.Position ?? parent.Position));
        }
    }

    private static ColumnDraft? Conditional(ColumnDraft child, ColumnDraft parent) =>
        parent.Condition is not null ? parent : child.Condition is not null && parent.Action == ColumnAction.Masked ? child : null;

    // A table's own rule stands against what its key references (Check says when the two clash), unless it keeps by a pattern, which
    // steps back as keep: all, a rule for every table and the classification do; a generated column has no rows to mask.
    private static bool IsExplicit(ColumnDraft child) => child.Action is ColumnAction.Generated || (child.Action is not null && child.IsOwnRule);

    private static bool SameDomain(ColumnDraft a, ColumnDraft b) =>
        a.Strategy == b.Strategy && a.Options.ToString() == b.Options.ToString() && a.Locale == b.Locale && a.Column.Type.BaseName == b.Column.Type.BaseName
        && (!a.Strategy!.HasRoomPerColumn || a.Column.Type.MaxLength == b.Column.Type.MaxLength);
}
