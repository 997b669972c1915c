using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>What a column's name says.</summary>
/// <param name="Kind">Null when the name says that the column is not about a person: <c>email_verified</c>, <c>products.name</c>.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Why">A phrase for people.</param>
public sealed record NameVerdict(PersonalKind? Kind, double Strength, string Why)
{
    /// <summary>Strong enough that nobody should keep the column without having looked.</summary>
    public bool Asks => Kind is not null && Strength >= ColumnNames.AskingStrength;

    /// <summary>What the organisation writes for all to read: sentences in it are no sign of people.</summary>
    internal bool IsPublished { get; init; }

    /// <summary>Counts for texts only: <c>created_by</c> as a number names a row.</summary>
    internal bool IsOfText { get; init; }

    /// <summary>A key in text form names a row as well.</summary>
    internal bool MayBeKey { get; init; }

    /// <summary>A number that an organization gives: as a key it needs no decision.</summary>
    internal bool IsRecord { get; init; }

    /// <summary>Counts only where the values look as records are numbered.</summary>
    internal bool IsNumbered { get; init; }

    /// <summary>Where the values are neither numbers nor keys, it is what another system calls a person.</summary>
    internal bool MayBeLogin { get; init; }

    /// <summary>Counts for JSON as well, whatever it holds.</summary>
    internal bool IsOfJson { get; init; }

    /// <summary>Of a house, a flat or a door: a part of an address that may be a number.</summary>
    internal bool IsHouseNumber { get; init; }

    /// <summary>A part of an address among others: of floors and doors there are few.</summary>
    internal bool IsOfPlace { get; init; }

    /// <summary>A fact about somebody that is a key or a code: <c>gender_id</c>; whoever has the list can tell.</summary>
    internal bool IsCoded { get; init; }

    /// <summary>What another system calls somebody: an identity, be it a number.</summary>
    internal bool IsForeignId { get; init; }

    /// <summary>What a fact is about: of <c>msisdn_verified</c> the values tell.</summary>
    internal PersonalKind? FactOf { get; init; }

    /// <summary>Counts only where the values look drawn at random.</summary>
    internal bool IsRandom { get; init; }
}
