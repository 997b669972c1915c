using CiAnon.Strategies;

namespace CiAnon.Verification.Search;

/// <summary>How many large objects were searched, and how many of them hold what looks like a kind of personal data.</summary>
internal sealed record LargeObjectCounts(long Searched, IReadOnlyDictionary<PersonalKind, long> Holding);
