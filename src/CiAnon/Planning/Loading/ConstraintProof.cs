using CiAnon.Catalogs;

namespace CiAnon.Planning.Loading;

/// <summary>A constraint, and how it is known that it holds over the artefact.</summary>
/// <param name="Kind">As SQL has it: <c>PRIMARY KEY</c>, <c>FOREIGN KEY</c>…</param>
public sealed record ConstraintProof(Table Table, string Name, string Kind, ProofKind Proof);
