namespace CiAnon.Catalogs;

/// <summary>Tables, columns and keys of the restored schema, as read from <c>pg_catalog</c>.</summary>
public sealed class Catalog
{
    private readonly Dictionary<(string, string), Table> _byName;
    private readonly Dictionary<uint, Table> _byOid;
    private readonly HashSet<(uint, string)> _fedBySequence;
    private readonly HashSet<(uint, string)> _referencing;
    private readonly Lazy<ILookup<(uint, string), OwnedSequence>> _feeding;
    private readonly Lazy<Dictionary<string, Table>> _byFullName;
    private readonly Lazy<ILookup<uint, (Table Table, int Place)>> _partitions;

    public Catalog(IReadOnlyList<Table> tables, IReadOnlyList<ForeignKey> foreignKeys, IReadOnlyList<OwnedSequence> sequences)
    {
        Tables = tables;
        ForeignKeys = foreignKeys;
        Sequences = sequences;
        _byName = tables.ToDictionary(table => (table.Schema, table.Name));
        _byOid = tables.ToDictionary(table => table.Oid);
        _fedBySequence = [.. sequences.Select(sequence => (sequence.Table.Oid, sequence.Column))];
        _feeding = new(() => sequences.ToLookup(sequence => (sequence.Table.Oid, sequence.Column)));
        _byFullName = new(() => tables.GroupBy(table => table.FullName).ToDictionary(group => group.Key, group => group.First()));
        _partitions = new(() => tables.Select((table, place) => (Table: table, Place: place)).Where(known => known.Table.IsPartition).ToLookup(known => known.Table.Parents[0]));
        _referencing = [.. foreignKeys.SelectMany(key => key.Columns.Select(column => (key.Table.Oid, column)))];
    }

    /// <summary>Ordinary, partitioned and foreign tables, by schema and name.</summary>
    public IReadOnlyList<Table> Tables { get; }

    public IReadOnlyList<ForeignKey> ForeignKeys { get; }

    /// <summary>Sequences that feed a column (serial and identity).</summary>
    public IReadOnlyList<OwnedSequence> Sequences { get; }

    /// <summary>What PostgreSQL holds rows to, unique and foreign keys apart; empty where no server was asked.</summary>
    public IReadOnlyList<TableConstraint> Constraints { get; init; } = [];

    public Table? Find(string schema, string name) => _byName.GetValueOrDefault((schema, name));

    /// <summary>By <see cref="Table.FullName"/>: the first, where dots in names make two alike.</summary>
    public Table? FindFullName(string name) => _byFullName.Value.GetValueOrDefault(name);

    public Table Get(uint oid) => _byOid[oid];

    /// <summary>A serial or identity column.</summary>
    public bool IsFedBySequence(Table table, string column) => _fedBySequence.Contains((table.Oid, column));

    /// <summary>What feeds one of the columns.</summary>
    public IEnumerable<OwnedSequence> SequencesOf(IEnumerable<(uint Table, string Column)> columns) => columns.SelectMany(column => _feeding.Value[column]);

    /// <summary>Part of a foreign key.</summary>
    public bool IsReferencing(Table table, string column) => _referencing.Contains((table.Oid, column));

    /// <summary>Tables of extensions, by full name, that are none of this catalog's only because the dump has no rows at all.</summary>
    public IReadOnlySet<string> LeftOut { get; init; } = new HashSet<string>();

    /// <summary>Extensions may have tables that nothing tells of: the dump has no rows at all, and no server was asked.</summary>
    public bool MayLackTables { get; init; }

    /// <summary>
    /// Of the extensions' tables, only those that are wanted, and those that other tables inherit from or refer to. What the latter
    /// inherit from is the extension's own affair.
    /// </summary>
    /// <param name="wanted">Those that the dump has rows of.</param>
    /// <param name="hasRows">The dump has rows of some table.</param>
    public Catalog WithExtensionTables(Func<Table, bool> wanted, bool hasRows = true)
    {
        var own = Tables.Where(table => !table.IsFromExtension).ToList();
        var named = own.SelectMany(Ancestors).Concat(ForeignKeys.Where(key => !key.Table.IsFromExtension).Select(key => key.Referenced));
        var kept = own.Concat(named).Concat(Tables.Where(table => table.IsFromExtension && wanted(table))).Select(table => table.Oid).ToHashSet();
        var tables = Tables.Where(table => kept.Contains(table.Oid)).ToDictionary(table => table.Oid, table => WithParents(table, kept) with { IsFilled = table.IsFromExtension && wanted(table) });
        return new Catalog([.. tables.Values],
            [.. ForeignKeys.Where(key => kept.Contains(key.Table.Oid) && kept.Contains(key.Referenced.Oid))
                .Select(key => key with { Table = tables[key.Table.Oid], Referenced = tables[key.Referenced.Oid] })],
            [.. Sequences.Where(sequence => kept.Contains(sequence.Table.Oid)).Select(sequence => sequence with { Table = tables[sequence.Table.Oid] })])
        {
            Constraints = [.. Constraints.Where(constraint => kept.Contains(constraint.Table))],
            LeftOut = hasRows ? LeftOut : Tables.Where(table => !kept.Contains(table.Oid)).Select(table => table.FullName).ToHashSet(),
        };
    }

    private static Table WithParents(Table table, HashSet<uint> kept)
    {
        if (table.Parents.All(kept.Contains)) return table;
        var parents = table.Parents.Where(kept.Contains).ToList();
        return table with { Parents = parents, IsPartition = table.IsPartition && parents.Count > 0 };
    }

    /// <summary>The same with foreign keys that no constraint states.</summary>
    public Catalog With(IEnumerable<ForeignKey> foreignKeys) =>
        new(Tables, [.. ForeignKeys, .. foreignKeys], Sequences) { LeftOut = LeftOut, MayLackTables = MayLackTables, Constraints = Constraints };

    /// <summary>The same with foreign keys that nobody can prove.</summary>
    public Catalog WithoutProof(IReadOnlySet<ForeignKey> foreignKeys) => foreignKeys.Count == 0 ? this
        : new(Tables, [.. ForeignKeys.Select(key => foreignKeys.Contains(key) ? key with { IsUnproven = true } : key)], Sequences) { LeftOut = LeftOut, MayLackTables = MayLackTables, Constraints = Constraints };

    /// <summary>The table, and all of its partitions, and theirs, in the order of <see cref="Tables"/>, but for the table itself, which comes first.</summary>
    public IEnumerable<Table> Tree(Table table) => _partitions.Value.Count == 0 ? [Get(table.Oid)] : Partitions(table.Oid).OrderBy(part => part.Place).Select(part => part.Table).Prepend(Get(table.Oid));

    /// <summary>The table, and everything that is read with it: its partitions and children, and theirs.</summary>
    public IEnumerable<Table> Descendants(Table table) => Tables.Where(candidate => candidate.Oid == table.Oid || Ancestors(candidate).Any(parent => parent.Oid == table.Oid));

    private IEnumerable<(Table Table, int Place)> Partitions(uint parent) => _partitions.Value[parent].SelectMany(part => Partitions(part.Table.Oid).Prepend(part));

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
