using System.Globalization;
using System.Text;
using CiAnon.Dumps.Contents;

namespace CiAnon.Dumps.Blocks;

/// <summary>The file that lists a BLOBS entry's large objects: lines of OID and file name.</summary>
internal static class LargeObjectList
{
    /// <summary>Of archives before 1.16, whatever the entry says.</summary>
    public const string OnlyName = "blobs.toc";

    /// <summary>What pg_dump calls it.</summary>
    public static string NameOf(TocEntry entry, Version archive) =>
        archive < ArchiveVersion.RelKind ? OnlyName : string.Create(CultureInfo.InvariantCulture, $"blobs_{entry.DumpId}.toc");

    /// <summary>What pg_dump calls the file of a large object.</summary>
    public static string NameOf(uint oid) => string.Create(CultureInfo.InvariantCulture, $"blob_{oid}.dat");

    /// <param name="list">Disposed at the end.</param>
    /// <param name="name">Of the list, for errors.</param>
    public static List<(uint Oid, string Name)> Read(Stream list, string path, string subject, string name)
    {
        using var reader = new StreamReader(list, Encoding.Latin1);
        var files = new List<(uint, string)>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !uint.TryParse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var oid) || oid == 0)
                throw DumpErrors.Corrupt(path, subject, $"a line of {name} is not an OID and a file name");
            files.Add((oid, line[(space + 1)..]));
        }
        return files;
    }
}
