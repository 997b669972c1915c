using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Clusters;
using CiAnon.Dumps.Streams;
using CiAnon.Policies;
using CiAnon.Stages;
using CiAnon.Verification.Search;

namespace CiAnon.Clusters;

/// <summary>What a run over a cluster reads: the script, and what is to become of its databases and of what stands around them.</summary>
internal sealed class ClusterSource : IDisposable
{
    private readonly AnonymizeOptions _options;
    private readonly Policy _policy;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<string, Policy> _policies = [];

    private ClusterSource(AnonymizeOptions options, Policy policy, DateTimeOffset now, ArchiveBytes bytes)
    {
        (_options, _policy, _now, Bytes) = (options, policy, now, bytes);
        Script = ClusterScript.Read(bytes);
        Choice = ClusterChoice.Make(Script, policy);
        Globals = ClusterGlobals.Make(Script, policy, Choice.Dropped);
    }

    public ArchiveBytes Bytes { get; }

    public ClusterScript Script { get; }

    public ClusterChoice Choice { get; }

    public ClusterGlobals Globals { get; }

    /// <summary>Tablespaces that stay, each with the folder that it has.</summary>
    public IReadOnlyList<string> Tablespaces => [.. Script.Globals.Where(one => one.Kind == GlobalKind.Tablespace && one.Name.Length > 0).Select(one => one.Name).Distinct()];

    /// <exception cref="CiAnonException">CIANON3027: it is no script of a whole cluster; CIANON3nnn: it can't be read, or the policy isn't about its databases.</exception>
    public static ClusterSource Open(AnonymizeOptions options, Policy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var bytes = DumpSource.OpenBytes(options.DumpPath, options.StandardInput, options.WorkDirectory, options.MaxExpansion, cancellation);
        try
        {
            if (ClusterScript.Is(bytes)) return new ClusterSource(options, policy, now, bytes);
            throw new CiAnonException(DiagnosticCodes.DatabaseUndecided, $"the policy speaks of {Plural.Of(policy.Databases!.Count, "database")}, and {DumpErrors.Named(options.DumpPath)} "
                + "is no script of a whole cluster, as pg_dumpall writes it: say with --database NAME which of them it is of", new(policy.Path, 1, 1));
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>The policy of one database, read once: it holds from the plan to the proof.</summary>
    /// <exception cref="CiAnonException">CIANON1nnn: what is said of it is wrong.</exception>
    public Policy PolicyOf(ClusterDatabase database)
    {
        if (!_policies.TryGetValue(database.Name, out var policy))
            _policies.Add(database.Name, policy = Preparation.ReadPolicyOf(database.Name, _options.PolicyPath, _options.Environment, _now));
        return policy;
    }

    /// <summary>What is around the databases is searched with the first: by then all originals are known.</summary>
    public ClusterPart Part(ClusterDatabase database, SharedOriginals? originals) =>
        new(database.Name, Script.Part(database), _policy.Roles == RolesMode.Drop, database == Choice.Kept[0] ? Globals.Texts : [], originals);

    public void Dispose() => Bytes.Dispose();
}
