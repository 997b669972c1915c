using CiAnon.Catalogs;

namespace CiAnon.Planning.Loading;

/// <summary>Which tables PostgreSQL must see before their rows are published, and why; a partition tree is seen as a whole or not at all.</summary>
public sealed class LoadPlan
{
    private readonly Catalog _catalog;
    private readonly Dictionary<uint, List<LoadReason>> _byRoot;
    private readonly HashSet<string>? _filled;

    /// <param name="filled">Materialized views whose tables are all loaded; null for any.</param>
    internal LoadPlan(Catalog catalog, Dictionary<uint, List<LoadReason>> byRoot, IReadOnlyList<ConstraintProof> constraints, IEnumerable<string>? filled)
    {
        _catalog = catalog;
        _byRoot = byRoot;
        _filled = filled?.ToHashSet();
        Constraints = constraints;
    }

    /// <summary>Of every constraint, how it is known to hold.</summary>
    public IReadOnlyList<ConstraintProof> Constraints { get; }

    /// <summary>All tables are loaded.</summary>
    /// <param name="why">In the words of a person.</param>
    public static LoadPlan Everything(Catalog catalog, Plan plan, string why) => LoadPlanner.Everything(catalog, plan, why);

    public bool Loads(Table table) => Reasons(table).Count > 0;

    /// <summary>Whether all that a materialized view reads is loaded.</summary>
    public bool Fills(string schema, string view) => _filled?.Contains($"{schema}.{view}") != false;

    /// <summary>Empty where the rows go from dump to artefact without PostgreSQL.</summary>
    public IReadOnlyList<LoadReason> Reasons(Table table) => _byRoot.GetValueOrDefault(_catalog.Root(table).Oid) ?? [];
}
