using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Stages.Live;

/// <summary>Has pg_restore build the new database of a proven artefact; what a killed run built of the same one stays.</summary>
/// <param name="note">What tells this artefact, and how it is restored, from all others.</param>
internal sealed class TargetBuild(TargetServer server, TargetPrograms programs, Dump artefact, string note, CancellationToken cancellation)
{
    /// <param name="rows">What the artefact holds, by schema and table.</param>
    /// <param name="everySecond">Called while it is built.</param>
    /// <exception cref="Diagnostics.CiAnonException">CIANON4044: it could not be built.</exception>
    public void Run(IReadOnlyDictionary<(string Schema, string Name), long> rows, Action everySecond)
    {
        if (server.Note == note)
        {
            server.Continue();
            if (Pending(rows) is { } pending)
            {
                programs.Restore(artefact.Path, pending, isProven: true, everySecond, cancellation);
                return;
            }
        }
        server.Create(note);
        programs.Restore(artefact.Path, artefact.Toc, isProven: true, everySecond, cancellation);
    }

    private IReadOnlyList<TocEntry>? Pending(IReadOnlyDictionary<(string Schema, string Name), long> rows)
    {
        var built = programs.ReadSchema(cancellation);
        var known = new Dictionary<TocEntry, bool>();
        using var target = LiveTarget.OfNew(server.Address, server.New, cancellation);
        var created = built.Where(entry => entry.Desc == "TABLE").Select(entry => (entry.Namespace ?? "", entry.Tag)).ToHashSet();
        foreach (var entry in artefact.Toc.Where(entry => entry.HasData))
        {
            var table = (entry.Namespace ?? "", entry.Tag);
            // Rows of an extension's own can't be told from the artefact's.
            if (!created.Contains(table)) return null;
            var found = BuiltTarget.CountRows(target, table.Item1, table.Tag);
            var expected = rows.GetValueOrDefault(table);
            if (found != 0 && found != expected) return null;
            known[entry] = found != expected;
        }
        return PendingEntries.Of(artefact.Toc, built, entry => known[entry]);
    }
}
