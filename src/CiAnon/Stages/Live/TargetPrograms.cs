using System.Globalization;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Stages.Live;

/// <summary>What pg_restore and pg_dump do to the new database.</summary>
/// <param name="options">More arguments of pg_restore.</param>
/// <param name="leftOut">What isn't restored.</param>
/// <param name="find">The path of a client program of the server's and the artefact's version.</param>
internal sealed class TargetPrograms(TargetServer server, IReadOnlyList<string> options, LeftOutEntries leftOut, Func<string, string> find)
{
    /// <param name="entries">In the archive's order.</param>
    /// <param name="isProven">Else the server's log says nothing of it.</param>
    /// <param name="everySecond">Called while it works.</param>
    /// <exception cref="CiAnonException">CIANON4044: it could not be restored.</exception>
    public void Restore(string archive, IEnumerable<TocEntry> entries, bool isProven, Action? everySecond, CancellationToken cancellation)
    {
        var list = archive + ".list";
        File.WriteAllLines(list, entries.Where(entry => !leftOut.Contains(entry)).Select(entry => entry.DumpId.ToString(CultureInfo.InvariantCulture) + ";"));
        var program = find("pg_restore");
        var start = ClientProgram.Start(server.Address, program,
            ["--dbname=" + server.New, "--exit-on-error", "--no-password", .. options, "--use-list=" + list, archive], server.New);
        start.Environment["PGOPTIONS"] = $"-c default_transaction_read_only=off{(isProven ? "" : $" -c {TargetServer.SilentSetting}=panic")}";
        if (ClientProgram.Run(start, Stream.Null, everySecond, cancellation) is { } failure) throw Failed(program, failure);
    }

    /// <summary>The table of contents that pg_dump writes of the new database.</summary>
    /// <exception cref="CiAnonException">CIANON4044: it could not be read.</exception>
    public IReadOnlyList<TocEntry> ReadSchema(CancellationToken cancellation)
    {
        var program = find("pg_dump");
        using var archive = new MemoryStream();
        var start = ClientProgram.Start(server.Address, program, ["--schema-only", "--format=custom", "--compress=0", "--no-password"], server.New);
        if (ClientProgram.Run(start, archive, everySecond: null, cancellation) is { } failure) throw Failed(program, failure);
        using var bytes = new MemoryBytes(server.New, archive.ToArray());
        return TocReader.Read(bytes, DumpFormat.Custom).Entries;
    }

    private CiAnonException Failed(string program, string failure) =>
        new(DiagnosticCodes.TargetNotBuilt, $"{server.Address.Variable}: {program} {failure}. {DiagnosticCodes.TargetNotBuilt.Help}");
}
