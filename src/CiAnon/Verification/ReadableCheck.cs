using CiAnon.Stages;

namespace CiAnon.Verification;

/// <summary><c>restorable</c> of a judged dump: whoever gets here has read every block of rows to its end; large objects are read now.</summary>
internal static class ReadableCheck
{
    public static CheckResult Run(RunState run, CancellationToken cancellation)
    {
        var loader = new TableLoader(run.Dump, run.Encoding, run.Scan);
        var largeObjects = run.Dump.Toc.Where(entry => entry.IsLargeObjects).ToList();
        foreach (var entry in largeObjects) loader.CheckLargeObjects(entry, isKept: true, cancellation);
        return CheckDefinition.Restorable.Result(run.Tables.Count + largeObjects.Count, []) with
        {
            Claim = "every block of the archive was read to its end and went into a database",
        };
    }
}
