using CiAnon.Catalogs;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>A field of the result as the scan sees it.</summary>
/// <param name="BaseName"><c>typname</c> of the type below domains: <c>tsvector</c>, <c>int4</c>.</param>
/// <param name="Expected">Kinds that the column's own masks may produce: originals of these kinds are not counted there.</param>
internal sealed record ScannedColumn(TypeKind Kind, string BaseName, IReadOnlyList<PersonalKind> Expected)
{
    /// <summary>Texts that stay, with pseudonyms among them: <see cref="Insertions"/> tells the two apart.</summary>
    public bool HasInsertions { get; init; }

    /// <summary>Shows the parts of a value, where some are masked and others are not; null otherwise.</summary>
    public Mask? Parts { get; init; }

    /// <summary>What was put into texts is counted, so that they have no excuse.</summary>
    public bool JudgesInsertions { get; init; }

    /// <summary>Whole numbers and amounts: short ones are ids and prices, not telephone numbers.</summary>
    public bool IsNumeric => Kind is TypeKind.Integer or TypeKind.Decimal;

    /// <summary>No original that is looked for in such a column has fewer bytes.</summary>
    public int Shortest { get; } = Kind is TypeKind.Integer or TypeKind.Decimal ? DigitNumber.LeastInNumbers : 5;
}
