using System.Text;

namespace CiAnon.Dumps.Scripts;

/// <summary>The comment that begins a part of a cluster's script. Counterparts: main and dumpDatabases in pg_dumpall.c.</summary>
/// <param name="Database">Whose part it begins; null at the beginning and at the end of the whole.</param>
/// <param name="IsEnd">The last line that pg_dumpall writes.</param>
internal sealed record ClusterHeading(string? Database, bool IsEnd)
{
    private static ReadOnlySpan<byte> Whole => "-- PostgreSQL database cluster dump"u8;

    /// <summary>Null for a line that is something else.</summary>
    /// <param name="line">Without its end.</param>
    public static ClusterHeading? Parse(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("-- Database \""u8) && line.EndsWith("\" dump"u8) && line.Length > "-- Database \"\" dump"u8.Length)
            return new ClusterHeading(Encoding.UTF8.GetString(line["-- Database \""u8.Length..^"\" dump"u8.Length]), IsEnd: false);
        if (!line.StartsWith(Whole)) return null;
        return line.Length == Whole.Length || line[Whole.Length..].SequenceEqual(" complete"u8) ? new ClusterHeading(null, line.Length > Whole.Length) : null;
    }
}
