namespace CiAnon.Planning.Loading;

/// <summary>How it is known that a constraint holds over the artefact.</summary>
public enum ProofKind
{
    /// <summary>PostgreSQL created it, or let it judge each row, over the rows that are published.</summary>
    Created,

    /// <summary>It held in production, and neither its columns nor the number of rows changed.</summary>
    Unchanged,

    /// <summary>A foreign key whose two sides went through the same function: what a row referred to before, its pseudonym refers to now.</summary>
    SameFunction,

    /// <summary>NOT VALID or NOT ENFORCED: it says nothing of rows that are there, as in production.</summary>
    Unproven,
}
