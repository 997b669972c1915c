using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record DriftEntry(
    [property: Description("table-added, table-removed, column-added, column-removed, type-changed, decision-changed, kind-changed, rows-changed, nulls-changed, policy-changed, key-changed.")] string Change,
    [property: Description("The table or column.")] string Object,
    [property: Description("Before; names, types and numbers only.")] string? Before,
    [property: Description("After.")] string? After);
