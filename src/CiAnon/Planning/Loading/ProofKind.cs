namespace CiAnon.Planning.Loading;

/// <summary>How it is known that a constraint holds over the artefact.</summary>
public enum ProofKind
{
    /// <summary>PostgreSQL created it, or let it judge each row, over the rows that are published.</summary>
    Created,

    /// <summary>It held in production, and neither its columns nor the number of rows changed.</summary>
    Unchanged,

    /// <summary>NOT VALID or NOT ENFORCED: it says nothing of rows that are there, as in production.</summary>
    Unproven,
}
