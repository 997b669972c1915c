namespace CiAnon.Policies.Language;

/// <summary>A mapping with fixed keys.</summary>
/// <param name="Path">Where it stands: <c>tables.NAME</c>; empty for the file itself.</param>
/// <param name="Title">For messages and headings: <c>a table</c>.</param>
/// <param name="Keys">In the order of the docs.</param>
public sealed record PolicySection(string Path, string Title, IReadOnlyList<PolicyKey> Keys);
