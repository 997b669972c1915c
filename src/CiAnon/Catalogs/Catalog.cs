namespace CiAnon.Catalogs;

/// <summary>Tables, columns and keys of the restored schema, as read from <c>pg_catalog</c>.</summary>
public sealed class Catalog
{
    private readonly Dictionary<(string, string), Table> _byName;
    private readonly Dictionary<uint, Table> _byOid;
    private readonly HashSet<(uint, string)> _fedBySequence;
    private readonly HashSet<(uint, string)> _referencing;

    public Catalog(IReadOnlyList<Table> tables, IReadOnlyList<ForeignKey> foreignKeys, IReadOnlyList<OwnedSequence> sequences)
    {
        Tables = tables;
        ForeignKeys = foreignKeys;
        Sequences = sequences;
        _byName = tables.ToDictionary(table => (table.Schema, table.Name));
        _byOid = tables.ToDictionary(table => table.Oid);
        _fedBySequence = [.. sequences.Select(sequence => (sequence.Table.Oid, sequence.Column))];
        _referencing = [.. foreignKeys.SelectMany(key => key.Columns.Select(column => (key.Table.Oid, column)))];
    }

    /// <summary>Ordinary, partitioned and foreign tables, by schema and name.</summary>
    public IReadOnlyList<Table> Tables { get; }

    public IReadOnlyList<ForeignKey> ForeignKeys { get; }

    /// <summary>Sequences that feed a column (serial and identity).</summary>
    public IReadOnlyList<OwnedSequence> Sequences { get; }

    public Table? Find(string schema, string name) => _byName.GetValueOrDefault((schema, name));

    public Table Get(uint oid) => _byOid[oid];

    /// <summary>A serial or identity column.</summary>
    public bool IsFedBySequence(Table table, string column) => _fedBySequence.Contains((table.Oid, column));

    /// <summary>Part of a foreign key.</summary>
    public bool IsReferencing(Table table, string column) => _referencing.Contains((table.Oid, column));

    /// <summary>Without the extensions' tables that aren't wanted, and that no other table inherits from.</summary>
    public Catalog WithExtensionTables(Func<Table, bool> wanted)
    {
        var own = Tables.Where(table => !table.IsFromExtension || wanted(table)).ToList();
        var kept = own.Concat(own.SelectMany(Ancestors)).Select(table => table.Oid).ToHashSet();
        return new Catalog([.. Tables.Where(table => kept.Contains(table.Oid))],
            [.. ForeignKeys.Where(key => kept.Contains(key.Table.Oid) && kept.Contains(key.Referenced.Oid))],
            [.. Sequences.Where(sequence => kept.Contains(sequence.Table.Oid))]);
    }

    /// <summary>Parents first, then their parents: partitioned tables and inherited ones.</summary>
    public IEnumerable<Table> Ancestors(Table table)
    {
        var seen = new HashSet<uint>();
        var queue = new Queue<uint>(table.Parents);
        while (queue.TryDequeue(out var oid))
        {
            if (!seen.Add(oid)) continue;
            var parent = Get(oid);
            yield return parent;
            foreach (var next in parent.Parents) queue.Enqueue(next);
        }
    }

    /// <summary>The top of a partition tree; the table itself when it is no partition.</summary>
    public Table Root(Table table)
    {
        while (table.IsPartition) table = Get(table.Parents[0]);
        return table;
    }
}
