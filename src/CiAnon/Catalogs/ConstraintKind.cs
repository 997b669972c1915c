namespace CiAnon.Catalogs;

/// <summary>The kinds of <see cref="TableConstraint"/>.</summary>
public enum ConstraintKind
{
    PrimaryKey,
    Unique,

    /// <summary>A unique index that no constraint stands for; partial and over expressions too.</summary>
    UniqueIndex,
    Exclusion,
    Check,

    /// <summary>The column's type is a domain.</summary>
    Domain,

    /// <summary>Computed from other columns when a row comes in.</summary>
    Generated,
}
