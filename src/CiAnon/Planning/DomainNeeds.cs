namespace CiAnon.Planning;

/// <summary>What the columns of a domain need of its pseudonyms.</summary>
/// <param name="Columns">With those that reference them.</param>
/// <param name="Shortest">The one with the least room; null where all have enough.</param>
/// <param name="Distinct">Values that must stay distinct; 0 when none of the columns is unique.</param>
/// <param name="Sequences">The values, rising, of the sequences that feed the columns.</param>
internal sealed record DomainNeeds(IReadOnlyList<ColumnDraft> Columns, ColumnDraft? Shortest, long Distinct, IReadOnlyList<ulong> Sequences);
