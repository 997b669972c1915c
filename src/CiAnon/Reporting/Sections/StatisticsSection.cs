using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record StatisticsSection(
    [property: Description("Entries of tables that stayed as they are, searched as definitions are.")] int Kept,
    [property: Description("Entries that are no part of the output: they quote values of tables that were masked, hold fewer rows or are computed from others.")] int LeftOut);
