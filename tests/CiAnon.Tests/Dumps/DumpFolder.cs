using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;

namespace CiAnon.Tests.Dumps;

/// <summary>A folder for the archives of one test.</summary>
public abstract class DumpFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ci-anon-dumps-");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string In(string name) => Path.Combine(_folder.FullName, name);

    protected string Write(byte[] bytes, string name = "source.dump")
    {
        File.WriteAllBytes(In(name), bytes);
        return In(name);
    }

    protected string Write(ArchiveBuilder builder, DumpFormat format, string name = "source")
    {
        if (format == DumpFormat.Custom) return Write(builder.Custom(), name);
        if (format == DumpFormat.Tar) return Write(builder.Tar(), name);
        builder.Directory(In(name));
        return In(name);
    }

    protected static byte[] Read(Dump dump, TocEntry entry)
    {
        using var data = dump.OpenData(entry);
        using var content = new MemoryStream();
        data.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Everything that a dump holds, read to the end; each line an entry.</summary>
    protected static string ReadAll(string path)
    {
        using var dump = Dump.Open(path);
        return ReadAll(dump);
    }

    protected static string ReadAll(Dump dump) =>
        string.Join('\n', dump.Toc.Select(entry =>
            $"{entry.DumpId} {entry.FullName} {entry.Defn} {entry.Owner}: {(entry.HasData ? Convert.ToHexString(Read(dump, entry)) : "")}"));

    protected static DiagnosticCode CodeOf(Action action)
    {
        var error = Assert.Throws<CiAnonException>(action);
        return error.Diagnostics[0].Code;
    }
}
