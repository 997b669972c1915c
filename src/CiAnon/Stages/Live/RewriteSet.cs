using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Stages.Live;

/// <summary>
/// The tables that are written anew: those whose rows change, those that reference them, as TRUNCATE takes them together or not at all, and
/// the whole of a partition tree.
/// </summary>
internal sealed class RewriteSet
{
    private readonly HashSet<uint> _oids = [];
    private readonly Catalog _catalog;
    private readonly ILookup<uint, Table> _referring;

    private RewriteSet(Catalog catalog)
    {
        _catalog = catalog;
        _referring = catalog.ForeignKeys.ToLookup(key => key.Referenced.Oid, key => key.Table);
    }

    /// <exception cref="CiAnonException">CIANON4041: a table can't be written anew.</exception>
    public static RewriteSet Of(RunState run, LiveAddress target)
    {
        var set = new RewriteSet(run.Catalog);
        foreach (var task in run.Tables.Where(task => task.ChangesRows || run.Plan.Rows.MayLose.Contains(task.Table.Oid))) set.Add(task.Table);
        // They have no rows here, and who masks them means those that they fetch.
        if (run.Plan.Tables.FirstOrDefault(plan => plan.Table.Kind == TableKind.Foreign && plan.Table.Columns.Any(column => plan.Find(column.Name)?.Mask is not null)) is { } masked)
            throw new CiAnonException(DiagnosticCodes.TargetUnsuitable, $"{target.Variable}: {masked.Table.FullName} is a foreign table. {DiagnosticCodes.TargetUnsuitable.Help}");
        if (set.Tables.FirstOrDefault(table => table.Kind == TableKind.Foreign || table.IsFromExtension) is { } other)
            throw new CiAnonException(DiagnosticCodes.TargetUnsuitable, $"{target.Variable}: {other.FullName} is {(other.Kind == TableKind.Foreign ? "a foreign table" : "an extension's")}. {DiagnosticCodes.TargetUnsuitable.Help}");
        return set;
    }

    /// <summary>By schema and name; partitioned ones, which hold no rows themselves, too.</summary>
    public IEnumerable<Table> Tables => _catalog.Tables.Where(table => _oids.Contains(table.Oid));

    /// <summary>Those of which the planner's statistics speak of the rows: tables that they are in, and all that these inherit from.</summary>
    public IEnumerable<Table> Measured => Tables.Concat(Tables.SelectMany(_catalog.Ancestors)).DistinctBy(table => table.Oid);

    /// <summary>What TRUNCATE is told: a partition tree by its top.</summary>
    public IEnumerable<string> Truncated => Tables.Where(table => !table.IsPartition).Select(table => table.Kind == TableKind.Partitioned ? table.SqlName : $"ONLY {table.SqlName}");

    public bool Contains(Table table) => _oids.Contains(table.Oid);

    private void Add(Table table)
    {
        var waiting = new Queue<Table>([table]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var member in _catalog.Tree(_catalog.Root(next)))
            {
                if (!_oids.Add(member.Oid)) continue;
                foreach (var referring in _referring[member.Oid]) waiting.Enqueue(referring);
            }
        }
    }
}
