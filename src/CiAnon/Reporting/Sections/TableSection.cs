using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record TableSection(
    [property: Description("Schema.")] string Schema,
    [property: Description("Table.")] string Name,
    [property: Description("all, none when the policy drops the rows, or some when it may leave out some of them.")] string Rows,
    [property: Description("Rows in the input; of a verified dump, in the original if there is one. 0, too, where every check was skipped because the run stopped before rows were read.")] long RowsIn,
    [property: Description("Rows in the output; of a verified dump, in the dump.")] long RowsOut,
    [property: Description("Every column of the table.")] IReadOnlyList<ColumnSection> Columns)
{
    [Description("Its database, in the report of a script of a whole cluster; absent otherwise.")]
    public string? Database { get; init; }

    [Description("Why PostgreSQL saw the rows before they were published; empty where they went from the dump into the output without it.")]
    public IReadOnlyList<string> Loaded { get; init; } = [];

    [Description("The partitioned table, with its masked key, among whose partitions the rows moved: rowsIn and rowsOut of one partition needn't be the same; absent where rows stayed in their table.")]
    public string? Moved { get; init; }

    [Description("Rows that were left out, by cause; absent where none were, and where the policy drops them all.")]
    public IReadOnlyList<LeftOutSection>? LeftOut { get; init; }
}
