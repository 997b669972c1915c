namespace CiAnon.Verification.Comparison;

/// <summary>How the rows of a dump were matched with the original's.</summary>
internal enum RowMatching
{
    /// <summary>Nothing had to be matched.</summary>
    None,

    /// <summary>Both have the same order: unmasked columns agree in every row.</summary>
    ByOrder,

    /// <summary>By the values of a key, or of all unmasked columns where these are unique.</summary>
    ByKey,

    /// <summary>Not at all: no value of the dump may be any value of the original.</summary>
    ByValue,
}
