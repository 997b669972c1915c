using System.Globalization;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Sandboxes;
using CiAnon.Stages;
using CiAnon.Tables;

namespace CiAnon;

/// <summary>
/// Whether the disks have room for a run, as far as that is known before a row is read: what stays as it is takes what it took, so that too
/// little for that is an error; what is masked may shrink or grow, so that too little for all is a warning.
/// </summary>
internal static class RunRoom
{
    /// <summary>Where the sandbox lies on a disk of ours.</summary>
    /// <param name="others">Bytes of what else goes there.</param>
    /// <exception cref="CiAnonException">CIANON4007: it can't fit.</exception>
    public static void RequireForSandbox(RunState run, long others, IRunObserver observer)
    {
        var folder = Path.GetDirectoryName(run.Sandbox.Directory)!;
        if (run.Dump.IsLive || SandboxLocation.IsMemory(folder)) return;
        var loaded = run.Tables.Where(task => task is { IsLoaded: true, KeepsRows: true }).ToList();
        Require(folder, "the tables that PostgreSQL must see", Least(run, loaded), Preparation.LoadedBytes(run) + others, DiagnosticCodes.DiskFull, observer);
    }

    /// <summary>Where the artefact goes, next to what will be replaced.</summary>
    /// <exception cref="CiAnonException">CIANON3014: it can't fit.</exception>
    public static void RequireForOutput(RunState run, string folder, bool isOfSameForm, IRunObserver observer)
    {
        if (run.Dump.IsLive || !isOfSameForm) return;
        var kept = run.Tables.Where(task => task.KeepsRows).ToList();
        Require(folder, "the artefact", kept.Where(task => !task.IsRewritten && !MayShrink(task)).Sum(task => task.StoredBytes), kept.Where(task => !MayShrink(task)).Sum(task => task.StoredBytes), DiagnosticCodes.DumpNotWritable, observer);
    }

    // A row's header and pointer take more than a number saves, but for rows of many numbers; compressed text is smaller than any table.
    private static long Least(RunState run, IEnumerable<TableTask> loaded) => run.Dump.Format == DumpFormat.Plain || run.Dump.Header.Compression == Compression.None
        ? 0 : loaded.Where(task => !task.ChangesRows && !MayShrink(task)).Sum(task => task.StoredBytes);

    private static bool MayShrink(TableTask task) => task.Plan.MayLoseRows || task.Plan.Filter is not null;

    private static void Require(string folder, string what, long least, long likely, DiagnosticCode lacking, IRunObserver observer)
    {
        if (FreeSpace(folder) is not { } room) return;
        if (room < least)
            throw new CiAnonException(lacking, $"{folder} has {Size(room)} left, too little for {what} (at least {Size(least)}). {lacking.Help}");
        if (room < likely)
            observer.Notice(new Diagnostic(DiagnosticCodes.DiskMayBeSmall, $"{folder} has {Size(room)} left, which may be too little for {what} (about {Size(likely)})"));
    }

    // Some file systems of others' making don't say.
    private static long? FreeSpace(string folder)
    {
        try
        {
            var disk = new DriveInfo(folder);
            return disk.TotalSize > 0 ? disk.AvailableFreeSpace : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Size(long bytes) => bytes >= 10L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 30} GB") : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes >> 20)} MB");
}
