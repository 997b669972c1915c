using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting;

/// <summary>What is different between an earlier report and now.</summary>
public static class Drift
{
    /// <summary>A table's rows moved far when they are this many times as many, or as few, …</summary>
    public const double RowFactor = 2;

    /// <summary>… and the difference is at least so many rows.</summary>
    public const long LeastRows = 100;

    /// <summary>A column's share of NULL moved far when it moved by this much.</summary>
    public const double NullShare = 0.2;

    /// <param name="before">The earlier report.</param>
    /// <param name="beforeSha256">Of its file, lower-case hex.</param>
    public static DriftSection Between(ComplianceReport before, string beforeSha256, DriftState now) =>
        new(before.StartedAt, beforeSha256, [.. Run(before, now), .. Tables(before, now)]);

    private static IEnumerable<DriftEntry> Run(ComplianceReport before, DriftState now)
    {
        if (before.Policy.Sha256 != now.PolicySha256) yield return new DriftEntry(DriftChange.Policy, "policy", before.Policy.Sha256, now.PolicySha256);
        foreach (var preset in now.Presets)
            if (before.Policy.Presets.FirstOrDefault(known => known.Name == preset.Name) is { } old && old.Sha256 != preset.Sha256) yield return new DriftEntry(DriftChange.Policy, $"preset {preset.Name}", Text(old), Text(preset));
        if (now.Key is { } key && Text(before.Key) != Text(key)) yield return new DriftEntry(DriftChange.Key, "key", Text(before.Key), Text(key));
    }

    private static string Text(PresetSection preset) => $"version {preset.Version}, {preset.Sha256}";

    private static IEnumerable<DriftEntry> Tables(ComplianceReport before, DriftState now)
    {
        var old = before.Tables.ToDictionary(Name);
        var current = now.Tables.ToDictionary(Name);
        foreach (var table in before.Tables.Where(table => !current.ContainsKey(Name(table)))) yield return new DriftEntry(DriftChange.TableRemoved, Name(table), Columns(table), null);
        foreach (var table in now.Tables)
        {
            if (!old.TryGetValue(Name(table), out var known)) yield return new DriftEntry(DriftChange.TableAdded, Name(table), null, Columns(table));
            else foreach (var change in Table(known, table, now)) yield return change;
        }
    }

    private static IEnumerable<DriftEntry> Table(TableSection before, TableSection now, DriftState state)
    {
        if (state.HasRows && IsFar(before.RowsIn, now.RowsIn)) yield return new DriftEntry(DriftChange.Rows, Name(now), $"{before.RowsIn}", $"{now.RowsIn}");
        var old = before.Columns.ToDictionary(column => column.Name);
        var current = now.Columns.Select(column => column.Name).ToHashSet();
        foreach (var column in before.Columns.Where(column => !current.Contains(column.Name)))
            yield return new DriftEntry(DriftChange.ColumnRemoved, $"{Name(now)}.{column.Name}", column.Type, null);
        foreach (var column in now.Columns)
        {
            var place = $"{Name(now)}.{column.Name}";
            if (!old.TryGetValue(column.Name, out var known)) yield return new DriftEntry(DriftChange.ColumnAdded, place, null, column.Type);
            else foreach (var change in Column(place, known, column)) yield return change;
        }
    }

    private static IEnumerable<DriftEntry> Column(string place, ColumnSection before, ColumnSection now)
    {
        if (before.Type != now.Type) yield return new DriftEntry(DriftChange.Type, place, before.Type, now.Type);
        if (Decision(before) != Decision(now)) yield return new DriftEntry(DriftChange.Decision, place, Decision(before), Decision(now));
        if (before.Kind != now.Kind) yield return new DriftEntry(DriftChange.Kind, place, before.Kind, now.Kind);
        if (Nulls(before) is { } share && Nulls(now) is { } newShare && Math.Abs(share - newShare) >= NullShare)
            yield return new DriftEntry(DriftChange.Nulls, place, Percent(share), Percent(newShare));
    }

    private static bool IsFar(long before, long now) =>
        Math.Abs(before - now) >= LeastRows && Math.Max(before, now) >= RowFactor * Math.Max(1, Math.Min(before, now));

    private static double? Nulls(ColumnSection column) => column.Counts is { Rows: > 0 } counts ? (double)counts.Nulls / counts.Rows : null;

    private static string Percent(double share) => $"{Math.Round(share * 100)} %";

    private static string Decision(ColumnSection column) => column.Strategy is { } strategy ? $"{column.Decision}: {strategy}" : column.Decision;

    private static string Columns(TableSection table) => table.Columns.Count == 1 ? "1 column" : $"{table.Columns.Count} columns";

    private static string Text(KeySection key) => key.Fingerprint is { } fingerprint ? $"{key.Mode} {fingerprint}" : key.Mode;

    private static string Name(TableSection table) => ReportWords.FullName(table);
}
