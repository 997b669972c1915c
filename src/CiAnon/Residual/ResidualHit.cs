using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>Originals of one kind found in one place.</summary>
/// <param name="Field">From 0; always 0 for texts outside tables.</param>
/// <param name="Path">Where inside the value: <c>$.contact.phones[*]</c>, <c>base64 in $.payload</c>; empty for the value itself.</param>
/// <param name="Count">Values in which they were found.</param>
/// <param name="Found">Their fingerprints, a bounded sample, for the recheck.</param>
internal sealed record ResidualHit(int Field, PersonalKind Kind, string Path, long Count, IReadOnlyCollection<UInt128> Found);
