using CiAnon.Hosts;
using CiAnon.Planning;
using CiAnon.Reporting;

namespace CiAnon.Cli.Terminal;

/// <summary>What a sync would do, as its own page: sizes, columns and warnings; never a value.</summary>
internal static class SyncText
{
    // A machine of two cores, both databases near: what of a minute's work is left is the network's.
    private const double BytesPerSecond = 20e6;

    public static void Print(SyncPreview preview, TextWriter output)
    {
        var masked = preview.Plan.Tables.SelectMany(table => table.Columns.Where(column => column.Action == ColumnAction.Masked).Select(column => (
            Name: Printable.Line($"{table.Table.FullName}.{column.Column.Name}"), Strategy: column.Strategy!.Name))).ToList();
        var width = masked.Select(column => column.Name.Length).DefaultIfEmpty(0).Max();
        output.WriteLine("Pre-Sync Validation Report\n==========================\n");
        output.WriteLine(Printable.Line($"Source Database: {preview.Source} ({Printable.Bytes(preview.Bytes)}, {ReportWords.Count(preview.Plan.Tables.Count, "table")})"));
        output.WriteLine(Printable.Line($"Target Database: {preview.Target} (will be replaced)"));
        output.WriteLine($"\nPII Columns Detected: {masked.Count}");
        foreach (var (name, strategy) in masked) output.WriteLine($"  {name.PadRight(width)} -> {strategy} strategy");
        output.WriteLine($"\nEstimated Sync Time: about {ReportWords.Count((int)Math.Ceiling(preview.Bytes / BytesPerSecond / 60), "minute")}, at 20 MB/s");
        output.WriteLine("\nWarnings:\n  - Target database will be replaced by a new one when every check has passed; its sessions end then");
        foreach (var warning in preview.Plan.Warnings) output.WriteLine(Printable.Line($"  - {warning.Message}"));
    }
}
