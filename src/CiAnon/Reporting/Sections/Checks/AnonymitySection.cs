using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record AnonymitySection(
    [property: Description("Table.")] string Table,
    [property: Description("The columns that together may single out a person.")] IReadOnlyList<string> Columns,
    [property: Description("true: the policy sets a threshold. false: likely columns, measured and reported only.")] bool Declared,
    [property: Description("Rows after masking.")] long Rows,
    [property: Description("Different combinations.")] long Groups,
    [property: Description("Rows of the smallest group; 0 when there are no rows.")] long K,
    [property: Description("The policy's threshold; absent when it has none.")] int? RequiredK,
    [property: Description("Rows whose combination nobody shares.")] long UniqueRows,
    [property: Description("Rows in groups smaller than the threshold (5 where there is none).")] long RowsBelow,
    [property: Description("Sensitive columns: the fewest different values within one group.")] IReadOnlyList<DiversitySection> Diversity,
    [property: Description("How many groups have how many rows.")] IReadOnlyList<GroupSizeSection> Sizes);
