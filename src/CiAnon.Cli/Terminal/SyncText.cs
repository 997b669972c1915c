using CiAnon.Hosts;
using CiAnon.Live;
using CiAnon.Planning;
using CiAnon.Reporting;

namespace CiAnon.Cli.Terminal;

/// <summary>What a sync would do, as its own page: sizes, columns and warnings; never a value.</summary>
internal static class SyncText
{
    // A machine of two cores, both databases near: what of a minute's work is left is the network's.
    private const double BytesPerSecond = 20e6;

    // benchmarks/results/2026-11-21-2core.md: 25.5 s to anonymize what pg_restore builds in 15.9 s.
    private const double AnonymizedShare = 25.5 / (25.5 + 15.9);

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
        var seconds = preview.Bytes / BytesPerSecond;
        output.WriteLine($"\nEstimated Sync Time: {Minutes(seconds)}, at 20 MB/s");
        output.WriteLine($"Estimated Anonymization Time: {Minutes(seconds * AnonymizedShare)} of it");
        output.WriteLine("\nWarnings:\n  - Target database will be replaced by a new one when every check has passed; its sessions end then");
        output.WriteLine(Printable.Line($"  - Until then its server needs room for both: about {Printable.Bytes(preview.Bytes)} more, and the indexes"));
        var keys = preview.Plan.Rows.References.Count(reference => reference.IsProven);
        output.WriteLine($"  - {ReportWords.Count(keys, "foreign key constraint")} will be created, and so checked, after the rows; none is disabled");
        if (preview.MissingRoles.Count > 0) output.WriteLine(Printable.Line($"  - Owners and privileges will be left out: the target's role lacks, or may not give to, {string.Join(", ", preview.MissingRoles)}"));
        if (preview.LeftOut.Count > 0) output.WriteLine(Printable.Line($"  - Not made in the target: {string.Join(", ", preview.LeftOut)}"));
        if (preview.CanResume) output.WriteLine("  - A sync of these databases stopped after its source was read: --resume goes on from there");
        if (preview.Unproven.Count > 0) output.WriteLine(Printable.Line($"  - A killed sync left what nobody verified, and the sync drops it: {string.Join(", ", preview.Unproven)}"));
        foreach (var warning in preview.Plan.Warnings) output.WriteLine(Printable.Line($"  - {warning.Message}"));
    }

    private static string Minutes(double seconds) => "about " + ReportWords.Count((int)Math.Ceiling(seconds / 60), "minute");
}
