namespace CiAnon.PostgresTests.RedTeam;

/// <summary>One way to leave an original behind, and the check that must find it.</summary>
/// <param name="Way">A few words.</param>
/// <param name="Sql">Put into the database beside <see cref="Leaks.People"/>.</param>
/// <param name="Tables">The policy's tables beside that of people, in YAML's flow style; what a hurried person would write.</param>
/// <param name="Check">The check's id.</param>
/// <param name="Object">What the finding names: table and column, or an entry of the table of contents.</param>
/// <param name="Kind">The kind of personal data that the finding names.</param>
/// <param name="Path">The path or container that the finding names, when there is one to name.</param>
internal sealed record Leak(string Way, string Sql, string Tables, string Check, string Object, string Kind, string? Path = null)
{
    /// <summary>The rest of the policy.</summary>
    public string Policy { get; init; } = "";

    /// <summary>Rules for people other than <see cref="Leaks.PeopleRules"/>.</summary>
    public string? People { get; init; }

    public override string ToString() => Way;
}
