using CiAnon.Reporting;

namespace CiAnon.Publishing;

/// <summary>
/// What an earlier run left under the names that a run writes to. It stands aside while the run goes on, and the report's name says that
/// one is running, so that nobody takes the earlier run's dump and verdict for this run's, however this run ends. It comes back when the
/// run fails or is cancelled, and goes when the run publishes. A run that is killed leaves it aside, for the next one.
/// </summary>
/// <param name="report">The report.</param>
/// <param name="others">The dump, unless it is the run's input, and the report's other formats.</param>
public sealed class PreviousArtefact(string report, IReadOnlyList<string> others)
{
    private const string Suffix = ".previous.partial";

    public static string Aside(string path) => path + Suffix;

    /// <summary>Where the last report of a run that ended is, when a run that was killed stands in its place.</summary>
    public static string Finished(string report) => File.Exists(Aside(report)) && RunningReport.IsAt(report) ? Aside(report) : report;

    /// <summary>Nothing is written where nothing lies: no report is no success either.</summary>
    /// <param name="running">What the report's name says from now on.</param>
    /// <returns>Whether there was anything.</returns>
    public bool SetAside(byte[] running)
    {
        if (!Path.Exists(report) && !others.Any(Path.Exists)) return false;
        // Beside a report that says running, what a killed run set aside is the last whole artefact; else it is a rest.
        var isWhole = RunningReport.IsAt(report);
        if (!isWhole) Forget();
        // A copy: at no moment is the name without a report while the dump is still there.
        if (!isWhole && File.Exists(report)) File.Copy(report, Aside(report));
        new RenderedFile(report, running).Write();
        foreach (var path in others) Move(path);
        return true;
    }

    /// <summary>The run failed: everything is as it was before. Without effect when nothing was set aside.</summary>
    public void PutBack()
    {
        foreach (var path in others.Append(report).Where(path => Path.Exists(Aside(path))))
        {
            Remove(path);
            Directory.Move(Aside(path), path);
        }
        if (RunningReport.IsAt(report)) File.Delete(report);
    }

    /// <summary>The run published: the earlier artefact goes.</summary>
    public void Forget()
    {
        foreach (var path in others.Prepend(report)) Remove(Aside(path));
    }

    private static void Move(string path)
    {
        if (Path.Exists(Aside(path))) Remove(path);
        else if (Path.Exists(path)) Directory.Move(path, Aside(path));
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        else File.Delete(path);
    }
}
