using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;

namespace CiAnon.Audits.Proposals;

/// <summary>A column that needs a decision, and all that is known of it.</summary>
/// <param name="Sample">Null when the dump has no rows.</param>
/// <param name="IsConstrained">A CHECK constraint names the column.</param>
/// <param name="IsAboutPeople">The table's name speaks of people.</param>
internal sealed record ColumnCase(Table Table, Column Column, ColumnVerdict Verdict, ColumnSample? Sample, bool IsConstrained, bool IsAboutPeople)
{
    /// <summary>The rule that draws the column together with others; null where it stands alone.</summary>
    public MaskChoice? Coherent { get; init; }

    /// <summary>What an e-mail address becomes in every column and inside of every value, so that it is the same everywhere.</summary>
    public MaskChoice Email { get; init; } = AnyEmail;

    public static MaskChoice AnyEmail { get; } = new("email");

    /// <summary>Of the policy: whose names, addresses and phone numbers are written.</summary>
    public string Locale { get; init; } = Locales.Default;

    public bool IsUnique => Table.UniqueKeys.Any(key => key.Columns.Contains(Column.Name));
}
