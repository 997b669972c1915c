using System.Globalization;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Stages.Live;

/// <summary>Has pg_restore build the new database of a proven artefact; what a killed run built of the same one stays.</summary>
/// <param name="note">What tells this artefact, and how it is restored, from all others.</param>
/// <param name="options">More arguments of pg_restore.</param>
/// <param name="programs">The path of a client program of the server's and the artefact's version.</param>
internal sealed class TargetBuild(TargetServer server, Dump artefact, string note, IReadOnlyList<string> options, Func<string, string> programs, CancellationToken cancellation)
{
    /// <summary>Gets the bytes of the new database, once a second.</summary>
    public Action<long> Progress { get; set; } = _ => { };

    /// <param name="rows">What the artefact holds, by schema and table.</param>
    /// <exception cref="CiAnonException">CIANON4044: it could not be built.</exception>
    public void Run(IReadOnlyDictionary<(string Schema, string Name), long> rows)
    {
        if (server.Note == note)
        {
            server.Continue();
            if (Pending(rows) is { } pending)
            {
                Restore(pending);
                return;
            }
        }
        server.Create(note);
        Restore(null);
    }

    private IReadOnlyList<int>? Pending(IReadOnlyDictionary<(string Schema, string Name), long> rows)
    {
        var built = Built();
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

    private IReadOnlyList<TocEntry> Built()
    {
        var program = programs("pg_dump");
        using var archive = new MemoryStream();
        var exit = ClientProgram.Run(ClientProgram.Start(server.Address, program, ["--schema-only", "--format=custom", "--compress=0", "--no-password"], server.New), archive, everySecond: null, cancellation);
        if (exit != 0) throw Failed(program, exit);
        using var bytes = new MemoryBytes(server.New, archive.ToArray());
        return TocReader.Read(bytes, DumpFormat.Custom).Entries;
    }

    private void Restore(IReadOnlyList<int>? entries)
    {
        var list = artefact.Path + ".list";
        if (entries is not null) File.WriteAllLines(list, entries.Select(entry => entry.ToString(CultureInfo.InvariantCulture) + ";"));
        var program = programs("pg_restore");
        var start = ClientProgram.Start(server.Address, program,
            ["--dbname=" + server.New, "--exit-on-error", "--no-password", .. options, .. entries is null ? (string[])[] : ["--use-list=" + list], artefact.Path], server.New);
        var exit = ClientProgram.Run(start, Stream.Null, () => Progress(server.BytesOfNew()), cancellation);
        if (exit != 0) throw Failed(program, exit);
    }

    private CiAnonException Failed(string program, int exit) =>
        new(DiagnosticCodes.TargetNotBuilt, $"{server.Address.Variable}: {program} ended with exit code {exit}. {DiagnosticCodes.TargetNotBuilt.Help}");
}
