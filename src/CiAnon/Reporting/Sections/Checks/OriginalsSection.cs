using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record OriginalsSection(
    [property: Description("The kind of personal data.")] string Kind,
    [property: Description("Different originals of it.")] long Originals);
