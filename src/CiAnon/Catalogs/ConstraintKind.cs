namespace CiAnon.Catalogs;

/// <summary>The kinds of <see cref="TableConstraint"/>.</summary>
public enum ConstraintKind
{
    Exclusion,
    Check,

    /// <summary>The column's type is a domain.</summary>
    Domain,

    /// <summary>Computed from other columns when a row comes in.</summary>
    Generated,
}
