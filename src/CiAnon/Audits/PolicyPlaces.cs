using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Policies;

namespace CiAnon.Audits;

/// <summary>Where in the policy something belongs that has no rule of its own.</summary>
internal sealed class PolicyPlaces
{
    private readonly Dictionary<string, SourcePosition> _tables = [];
    private readonly HashSet<SourcePosition> _globs;

    public PolicyPlaces(Policy policy, Catalog catalog)
    {
        Top = new SourcePosition(policy.Path, 1, 1);
        foreach (var entry in policy.Tables)
            if (TableNames.Find(entry.Name, catalog) is { } table) _tables.TryAdd(table.FullName, entry.Position);
        _globs = [.. policy.Columns.Concat(policy.Tables.SelectMany(table => table.Columns))
            .Where(rule => rule.Column.Contains('*', StringComparison.Ordinal)).Select(rule => rule.Position)];
    }

    public SourcePosition Top { get; }

    /// <summary>The table's entry, or the top of the file.</summary>
    public SourcePosition Of(string table) => _tables.GetValueOrDefault(table, Top);

    /// <summary>Of a drift's object: a table, or a column of one.</summary>
    public SourcePosition OfObject(string place) =>
        _tables.TryGetValue(place, out var table) || (place.LastIndexOf('.') is > 0 and var dot && _tables.TryGetValue(place[..dot], out table)) ? table : Top;

    public bool IsGlob(SourcePosition? position) => position is { } place && _globs.Contains(place);
}
