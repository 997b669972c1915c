using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Scripts;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Clusters;

/// <summary>What <c>pg_dumpall</c> wrote: statements about roles and tablespaces, then one script per database.</summary>
/// <param name="Bytes">Whoever opened them disposes them.</param>
/// <param name="Globals">Everything before the first database, blank lines aside.</param>
/// <param name="Databases">One after the other, without a gap.</param>
/// <param name="Encoding">Of the globals.</param>
internal sealed record ClusterScript(ArchiveBytes Bytes, IReadOnlyList<GlobalStatement> Globals, IReadOnlyList<ClusterDatabase> Databases, Encoding Encoding)
{
    private const int StartSize = 256;

    /// <summary>Whether it begins as one.</summary>
    public static bool Is(ArchiveBytes bytes)
    {
        Span<byte> start = stackalloc byte[StartSize];
        start = start[..bytes.Read(start, 0)];
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        foreach (var range in start.Split((byte)'\n'))
        {
            var line = start[range].TrimEnd((byte)'\r');
            if (line.IsEmpty || line.SequenceEqual("--"u8)) continue;
            return ClusterHeading.Parse(line) is { Database: null, IsEnd: false };
        }
        return false;
    }

    /// <exception cref="CiAnonException">CIANON3009, 3010: cut or damaged; CIANON3021, 3022: asks for what no cluster's script needs.</exception>
    public static ClusterScript Read(ArchiveBytes bytes)
    {
        try
        {
            return ClusterReader.Read(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.Unreadable(bytes.Path, e);
        }
    }

    /// <summary>One database of a cluster's script as a dump of its own.</summary>
    /// <param name="bytes">Disposed with the dump, and when this fails.</param>
    /// <exception cref="CiAnonException">CIANON3026: there is no such database in it.</exception>
    public static Dump OpenAlone(ArchiveBytes bytes, string database)
    {
        try
        {
            var script = Read(bytes);
            var found = script.Databases.FirstOrDefault(one => one.Name == database) ?? throw script.Missing(database);
            var dump = Dump.OpenFile(new SliceBytes(bytes, found.Start, found.End - found.Start, isAll: true));
            dump.Cluster = script;
            return dump;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>One database among the others.</summary>
    public ArchiveBytes Part(ClusterDatabase database) => new SliceBytes(Bytes, database.Start, database.End - database.Start);

    public CiAnonException Missing(string database) => new(DiagnosticCodes.DatabaseNotInScript,
        $"{DumpErrors.Named(Bytes.Path)} has no database '{database}'{Suggestion.Phrase(database, Databases.Select(one => one.Name))}: it has {string.Join(", ", Databases.Select(one => one.Name))}");
}
