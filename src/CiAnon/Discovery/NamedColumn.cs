using System.Collections.Frozen;

namespace CiAnon.Discovery;

/// <summary>A column's name taken apart, and where it stands.</summary>
/// <param name="Table">The words of the table's name.</param>
/// <param name="Words">The words of the column's name.</param>
/// <param name="Name">As written.</param>
internal sealed record NamedColumn(IReadOnlyList<string> Table, IReadOnlyList<string> Words, string Name, TableContext Context)
{
    /// <summary>What the rows are, as far as the table's name says: <c>user_roles</c> are roles, and <c>customers_archive</c> customers.</summary>
    public string? Owner { get; } = Table.LastOrDefault(word => !NameContext.Endings.Contains(word)) ?? (Table.Count > 0 ? Table[^1] : null);

    /// <summary>The column before it holds a street: its number is a house's.</summary>
    public bool IsBehindStreet => Context.BehindStreets.Contains(Name);

    public bool IsInTableOf(FrozenSet<string> words) => Owner is not null && NameContext.Speaks(words, Owner);

    public bool IsAboutPeople => Context.IsOfPeople || Table.Any(word => NameContext.Speaks(NameContext.People, word));
}
