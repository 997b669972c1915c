using CiAnon.Diagnostics;
using CiAnon.Dumps.Clusters;
using CiAnon.Stages;
using CiAnon.Verification.Search;

namespace CiAnon.Clusters;

/// <summary>
/// The originals of the other databases of a cluster's script, for who judges one of them: as after a run over all, none of any may stand in
/// another. They are planned by the policy, as a run would plan them.
/// </summary>
internal static class NeighbourOriginals
{
    /// <param name="script">The original's.</param>
    /// <returns>Null where the policy keeps no other database.</returns>
    /// <exception cref="CiAnonException">What is said of another database doesn't fit its original: nobody knows then what is to be looked for.</exception>
    public static SharedOriginals? Read(ClusterScript script, VerifyOptions options, DateTimeOffset now, IRunObserver observer, CancellationToken cancellation)
    {
        if (PolicySource.Read(options.PolicyPath, options.Environment, DateOnly.FromDateTime(now.UtcDateTime)).Policy is not { Databases: not null } policy) return null;
        var others = ClusterChoice.Make(script, policy).Kept.Where(one => one.HasContent && one.Name != options.Database).ToList();
        if (others.Count == 0) return null;
        var originals = new SharedOriginals();
        try
        {
            foreach (var other in others)
            {
                observer.Activity(RunStage.Restore, $"deciding on every column of {other.Name}, to look for its originals");
                Add(originals, script, other, options, now, cancellation);
            }
            observer.Activity(RunStage.Restore, "reading columns that identify people in the other databases");
            originals.Read(options.Jobs, cancellation);
            return originals;
        }
        catch
        {
            originals.Dispose();
            throw;
        }
    }

    private static void Add(SharedOriginals originals, ClusterScript script, ClusterDatabase database, VerifyOptions options, DateTimeOffset now, CancellationToken cancellation)
    {
        var observer = new PartObserver(new SilentObserver(), database.Name, [], isPlanning: true);
        try
        {
            using var run = new AnonymizationRun(new AnonymizeOptions(options.OriginalPath!, options.PolicyPath)
            {
                Policy = Preparation.ReadPolicyOf(database.Name, options.PolicyPath, options.Environment, now),
                Part = new ClusterPart(database.Name, script.Part(database), DropsRoles: false, [], Originals: null),
                WithoutExtensions = options.WithoutExtensions,
                LentSandbox = options.LentSandbox,
                PostgresBin = options.PostgresBin,
                WorkDirectory = options.WorkDirectory,
                Environment = options.Environment,
                Jobs = options.Jobs,
            }, observer, cancellation);
            run.Restore();
            run.GiveOriginals(originals);
        }
        catch (CiAnonException exception)
        {
            throw observer.Named(exception);
        }
    }
}
