using CiAnon.Catalogs;

namespace CiAnon.Stages.Trials;

/// <summary>What PostgreSQL demands of a row, for which nobody but PostgreSQL can answer.</summary>
/// <param name="Name">For people: <c>CHECK customers_phone_check</c>, <c>domain shop.email_address</c>, <c>generated column people.key</c>.</param>
/// <param name="Columns">Those whose values a dump has, in the table's order.</param>
/// <param name="Computed">Generated columns that are computed of these first: name and expression.</param>
/// <param name="Expression">False where a row is refused; null where the types alone decide.</param>
internal sealed record Demand(Table Table, string Name, IReadOnlyList<string> Columns, IReadOnlyList<(string Name, string Expression)> Computed, string? Expression)
{
    /// <summary>A condition on rows, not what a type or a generated column asks for.</summary>
    public bool IsCheck { get; init; }

    /// <summary>That some partition takes the row.</summary>
    public bool IsPartitioning { get; init; }

    /// <summary>Digits or room of a type, of which a plan says nothing where they suffice.</summary>
    public bool IsLimit { get; init; }

    /// <summary>The expressions, for whoever looks for the literals in them.</summary>
    public string Text => string.Join(' ', [.. Computed.Select(column => column.Expression), Expression ?? ""]) + Hints;

    /// <summary>Conditions of the columns' domains.</summary>
    public string Hints { get; init; } = "";
}
