using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record LeftOutSection(
    [property: Description("filter: its condition doesn't hold. sample: not drawn. limit: beyond it. orphan: a row that it refers to is left out. subset: nothing that is kept needs it.")] string Cause,
    [property: Description("How many.")] long Rows);
