using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Locator;
using Microsoft.Build.Logging;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>A .binlog: its events as MSBuild itself reads them, and everything that is written in it, embedded files included.</summary>
internal sealed record BinaryLog(IReadOnlyList<BuildErrorEventArgs> Errors, IReadOnlyList<BuildWarningEventArgs> Warnings, int Nodes, string Text)
{
    // Before any method that mentions a type of MSBuild is compiled.
    [ModuleInitializer]
    internal static void UseTheSdksMSBuild() => MSBuildLocator.RegisterDefaults();

    public static BinaryLog Read(string file)
    {
        var errors = new List<BuildErrorEventArgs>();
        var warnings = new List<BuildWarningEventArgs>();
        var nodes = new HashSet<int>();
        var source = new BinaryLogReplayEventSource();
        source.ErrorRaised += (_, e) => errors.Add(e);
        source.WarningRaised += (_, e) => warnings.Add(e);
        source.AnyEventRaised += (_, e) => { if (e is TaskStartedEventArgs && e.BuildEventContext is { } context) nodes.Add(context.NodeId); };
        source.Replay(file);
        return new BinaryLog(errors, warnings, nodes.Count, Everything(file));
    }

    private static string Everything(string file)
    {
        using var unzipped = new MemoryStream();
        using (var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress)) gzip.CopyTo(unzipped);
        var bytes = unzipped.ToArray();
        var text = new StringBuilder(Encoding.UTF8.GetString(bytes)).Append(Encoding.Unicode.GetString(bytes));
        var archive = bytes.AsSpan().IndexOf("PK\u0003\u0004"u8);
        Assert.True(archive > 0, "the project files should be embedded");
        using var zip = new ZipArchive(new MemoryStream(bytes[archive..]));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }
        return text.ToString();
    }
}
