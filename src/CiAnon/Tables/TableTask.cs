using CiAnon.Catalogs;
using CiAnon.Dumps.Contents;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Tables;

/// <summary>One data block of the dump, the table that it fills, and what happened to its rows.</summary>
internal sealed class TableTask(TocEntry entry, CopyStatement copy, Table table, TablePlan plan, long storedBytes, bool isAsIs = false)
{
    public TocEntry Entry { get; } = entry;

    public OriginalBlock Block { get; } = new(entry, copy);

    /// <summary>The table whose rows the block holds.</summary>
    public Table Table { get; } = table;

    public TablePlan Plan { get; } = plan;

    public long StoredBytes { get; } = storedBytes;

    public string Name => Table.FullName;

    /// <summary>The rows go in through the top of the partition tree, which decides where they belong: pg_dump --load-via-partition-root, or a masked key.</summary>
    public bool LoadsViaRoot => Target != (Table.Schema, Table.Name);

    private (string Schema, string Name) Target { get; } = plan.Moved is { Root: var root } && !isAsIs ? (root.Schema, root.Name) : (copy.Schema, copy.Table);

    public bool KeepsRows => isAsIs || Plan.Rows == RowsMode.All;

    /// <summary>The rows go into the sandbox unchanged, whatever the policy says of them.</summary>
    public bool IsAsIs => isAsIs;

    /// <summary>The artefact's rows differ from the dump's.</summary>
    public bool ChangesRows => !KeepsRows || Masks.Any(mask => mask is not null);

    /// <summary>Which rows stay; null where all do, and before it is known.</summary>
    public KeptRows? Kept { get; set; }

    /// <summary>Rows that the sandbox's table must hold.</summary>
    public long RowsToStore => !KeepsRows ? 0 : Kept?.Count ?? Facts.RowsRead;

    /// <summary>The block is written anew; otherwise it stays as it is.</summary>
    public bool IsRewritten { get; set; }

    /// <summary>The rows go into the sandbox, as PostgreSQL must see them.</summary>
    public bool IsLoaded { get; set; } = true;

    public BlockWay Way => !IsRewritten ? BlockWay.Copied : IsLoaded ? BlockWay.ReadBack : BlockWay.Masked;

    /// <summary>Rows that the block must hold in the artefact.</summary>
    public long RowsForArtefact => IsRewritten ? Facts.RowsStored : Facts.RowsRead;

    /// <summary>One per field of the rows; null where the field is copied, as all are when the block is taken as it is.</summary>
    public IReadOnlyList<Mask?> Masks { get; } = [.. copy.Columns.Select(column => isAsIs ? null : plan.Find(column)?.Mask?.For(new RowShape(copy.Columns, name => plan.Find(name)?.Mask)))];

    public IReadOnlyList<string> Columns => copy.Columns;

    public TableFacts Facts { get; } = new();

    /// <summary>The same block of another archive, to be loaded as it is.</summary>
    public TableTask ForProof(TocEntry written) => new(written, copy, Table, Plan, StoredBytes, isAsIs: true);

    /// <summary>
    /// What makes the table ready for its rows. Those that an extension filled in itself stay, as other tables refer to them; its keys are
    /// there already, and its tables come in any order, so that they look at nothing until <see cref="ExtensionKeys"/> creates them again.
    /// </summary>
    public string PrepareSql => Table.IsFromExtension ? "SET LOCAL session_replication_role = replica" : $"TRUNCATE ONLY {Table.SqlName}";

    /// <summary>
    /// Without a transaction of its own, and without TRUNCATE, which makes new files to spare the write-ahead log and the rows' later freezing:
    /// for few rows that costs more than it spares. The table is empty: nobody had rows for it before.
    /// </summary>
    public bool LoadsAtOnce => SmallTables.Is(this) && !LoadsViaRoot && !Table.IsFromExtension && Way != BlockWay.ReadBack;

    public string LoadSql(string encoding) =>
        $"COPY {Sql.Identifier(Target.Schema)}.{Sql.Identifier(Target.Name)}{ColumnList} FROM STDIN (ENCODING {Sql.Literal(encoding)}{(LoadsViaRoot || Table.IsFromExtension || LoadsAtOnce ? "" : ", FREEZE")})";

    /// <summary>Rows as <see cref="ReadSql"/> gives them, into a table that others see.</summary>
    public string WriteSql(string encoding) => $"COPY {Table.SqlName}{ColumnList} FROM STDIN (ENCODING {Sql.Literal(encoding)})";

    public string ReadSql(string encoding) => $"COPY {RowsToRead} TO STDOUT (ENCODING {Sql.Literal(encoding)})";

    private string RowsToRead => Table.Where.Length == 0
        ? $"{Table.SqlName}{ColumnList}"
        : $"(SELECT {string.Join(", ", Columns.Select(Sql.Identifier))} FROM {Table.RowsSql})";

    private string ColumnList => Columns.Count == 0 ? "" : $" ({string.Join(", ", Columns.Select(Sql.Identifier))})";
}
