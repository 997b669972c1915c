namespace CiAnon.Catalogs.Ddl;

/// <summary>A table while its statements are read: a dump says in many entries what one table is.</summary>
internal sealed class DdlTable
{
    public required uint Oid { get; init; }

    public required string Schema { get; init; }

    public required string Name { get; init; }

    public TableKind Kind { get; set; }

    public bool IsPartition { get; set; }

    public List<DdlColumn> Columns { get; } = [];

    public List<DdlTable> Parents { get; } = [];

    public List<UniqueKey> UniqueKeys { get; } = [];

    public HashSet<string> PartitionKey { get; } = [];

    public string? Comment { get; set; }

    /// <summary>The dump doesn't create it. Its columns are those that something names, and nobody knows their types.</summary>
    public bool IsFromExtension { get; init; }

    /// <summary>The dump has rows of a table that it doesn't create.</summary>
    public bool IsFilled { get; set; }

    /// <summary>What it inherits from is an extension's, so that columns of its own may be unknown, too.</summary>
    public bool MayLackColumns => IsFromExtension || Parents.Any(parent => parent.MayLackColumns);

    /// <summary>Whether it has the column; where columns may be unknown, it has it from now on.</summary>
    public bool Knows(string column)
    {
        if (Find(column) is not null) return true;
        if (!MayLackColumns) return false;
        var written = Written(column);
        Columns.Add(new DdlColumn { Name = column, Type = written is null ? null : new TypeName(written.Type, null, written.Type.TrimEnd('[', ']'), [], written.Type.EndsWith("[]", StringComparison.Ordinal)), NotNull = written is { NotNull: true } });
        if (IsFromExtension && written is { IsUnique: true }) UniqueKeys.Add(new UniqueKey($"{Name}_{column}", IsPrimary: false, IsPartial: false, HasExpressions: false, [column]));
        return true;
    }

    private WrittenColumn? Written(string column) =>
        IsFromExtension ? ExtensionTables.Find(Schema, Name, column) : Parents.Select(parent => parent.Written(column)).FirstOrDefault(written => written is not null);

    public DdlColumn? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);

    public bool DescendsFrom(DdlTable other) => this == other || Parents.Any(parent => parent.DescendsFrom(other));

    public void InheritFrom(DdlTable parent)
    {
        Parents.Add(parent);
        foreach (var column in parent.Columns) Merge(column.Inherited());
    }

    /// <summary>Adds a column; one of the same name that was inherited stays in its place.</summary>
    public DdlColumn Merge(DdlColumn column)
    {
        if (Find(column.Name) is not { } known)
        {
            Columns.Add(column);
            return column;
        }
        known.NotNull |= column.NotNull;
        if (column.AllowedValues is { } values) known.Allow(values);
        known.IsIdentity |= column.IsIdentity;
        known.IsGenerated |= column.IsGenerated;
        return known;
    }
}
