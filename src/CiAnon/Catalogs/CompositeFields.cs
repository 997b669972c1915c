namespace CiAnon.Catalogs;

/// <summary>The fields of a composite type, in their order.</summary>
public sealed record CompositeFields(IReadOnlyList<CompositeField> All)
{
    public bool Equals(CompositeFields? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Count;

    public override string ToString() => string.Join(", ", All);
}

/// <summary>One field of a composite type.</summary>
public sealed record CompositeField(string Name, ColumnType Type);
