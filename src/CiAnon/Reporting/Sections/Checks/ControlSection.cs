using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record ControlSection(
    [property: Description("Samples planted, at least one in every kind of container.")] int Planted,
    [property: Description("Samples found.")] int Found);
