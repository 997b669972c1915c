using CiAnon.Diagnostics;

namespace CiAnon.Planning.Rows;

/// <summary>A reference that holds for some rows only can't inherit a mask: its two ends must be treated alike by rules of their own.</summary>
internal static class PolymorphicKeys
{
    public static void Check(IEnumerable<Reference> references, Func<Catalogs.Table, string, ColumnDraft> draft, List<Diagnostic> problems)
    {
        foreach (var reference in references.Where(reference => reference.When is not null))
        {
            foreach (var (child, parent) in reference.Columns.Zip(reference.ReferencedColumns, (child, parent) => (draft(reference.Table, child), draft(reference.Referenced, parent))))
            {
                if (child.Strategy?.Name == "null" || AreAlike(child, parent)) continue;
                problems.Add(new Diagnostic(DiagnosticCodes.KeyConflict,
                    $"{child.FullName} and {parent.FullName}, to which it refers in some rows, are not masked alike: the keys would no longer match", reference.Position));
            }
        }
    }

    private static bool AreAlike(ColumnDraft child, ColumnDraft parent) => child.Action == ColumnAction.Masked || parent.Action == ColumnAction.Masked
        ? child.Action == parent.Action && child.Strategy == parent.Strategy && child.Options.ToString() == parent.Options.ToString()
        : true;
}
