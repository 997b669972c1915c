using CiAnon.Publishing;
using CiAnon.Reporting;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CiAnon.MSBuild;

/// <summary>An anonymized dump as an item: what later targets want to know without opening the report.</summary>
internal static class ArtifactItem
{
    public const string Report = "Report";
    public const string Sha256 = "Sha256";
    public const string Renderings = "Renderings";
    public const string KeepUntil = "KeepUntil";

    public static ITaskItem Of(AnonymizeOptions options, ComplianceReport report)
    {
        var output = options.OutputPath!;
        var published = PublishedFile.Of(report.Output!, output);
        return Make(published.Path,
            (Report, options.ReportPath ?? OutputPaths.ReportBeside(output)),
            (Renderings, string.Join('|', options.Renderings.Where(rendering => File.Exists(rendering.Path)).Select(rendering => rendering.Path))),
            (Sha256, published.Sha256),
            ("Bytes", published.Bytes.ToString()),
            ("Rows", report.Tables.Sum(table => table.RowsOut).ToString()),
            (KeepUntil, report.Retention.Until.ToString("yyyy-MM-dd")));
    }

    /// <summary>The same item at another place.</summary>
    public static ITaskItem Moved(ITaskItem item, Artifact artifact)
    {
        var moved = new TaskItem(item) { ItemSpec = Escape(artifact.Dump) };
        moved.SetMetadata(Report, Escape(artifact.Report));
        moved.SetMetadata(Renderings, Escape(string.Join('|', artifact.Renderings)));
        return moved;
    }

    /// <summary>An item whose texts are taken as they are.</summary>
    public static ITaskItem Make(string name, params (string Name, string Value)[] metadata) =>
        new TaskItem(Escape(name), metadata.ToDictionary(pair => pair.Name, pair => Escape(pair.Value)));

    // MSBuild's own escapes, for the characters that it gives a meaning to in items.
    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);
}
