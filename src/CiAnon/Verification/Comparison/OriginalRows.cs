using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Tables;
using CiAnon.Verification.Search;

namespace CiAnon.Verification.Comparison;

/// <summary>Rows of a dump that hold originals of masked columns.</summary>
/// <param name="Columns">Per field; null where the plan doesn't know it.</param>
internal sealed record OriginalRows(Dump Dump, TocEntry Entry, IReadOnlyList<ColumnPlan?> Columns)
{
    /// <summary>Per field and per rule inside of fields: what is looked for; null for the others.</summary>
    public IReadOnlyList<PersonalKind?> Kinds { get; } = InnerOriginals.Kinds(Columns);

    /// <summary>The column that each of <see cref="Kinds"/> is of.</summary>
    public IReadOnlyList<string> Sources => [.. Columns.Concat(Columns.SelectMany(column => Enumerable.Repeat(column, column?.Mask?.Inside.Count ?? 0))).Select(column => $"{Entry.Namespace}.{Entry.Tag}.{column?.Column.Name}")];

    /// <summary>Of the dump that the run anonymizes.</summary>
    public static IReadOnlyList<OriginalRows> Of(RunResult run) => Of(run.Dump, run.Tables);

    public static IReadOnlyList<OriginalRows> Of(Dump dump, IEnumerable<TableTask> tables) =>
        [.. tables.Where(ResultScan.HasOriginals).Select(task => new OriginalRows(dump, task.Entry, [.. task.Columns.Select(task.Plan.Find)]))];

    /// <summary>Of the dump that another one is judged against. Tables that the judged dump doesn't have are no plan's; the check of the schema tells.</summary>
    public static IReadOnlyList<OriginalRows> Of(RunResult run, Original original) =>
    [
        .. original.Blocks.Select(block => (block.Value, Plan: run.Catalog.FindFullName(block.Key) is { } table ? run.Plan[table] : null))
            .Where(block => block.Plan is not null)
            .Select(block => new OriginalRows(original.Dump, block.Value.Entry, [.. block.Value.Copy.Columns.Select(block.Plan!.Find)]))
            .Where(rows => rows.Kinds.Any(kind => kind is not null)),
    ];

    /// <summary>Shows them to a sink, all of them or until it has seen enough.</summary>
    public void Show(IFieldSink sink, CancellationToken cancellation, Func<bool>? isEnough = null)
    {
        var walker = new FieldWalker([.. Columns.Select((column, field) => Kinds[field] is not null || column?.Mask is { Inside.Count: > 0 })], InnerOriginals.Over(sink, Columns));
        try
        {
            using var block = Dump.OpenData(Entry);
            var reader = new RowReader(block);
            for (var rows = reader.Next(); !rows.IsEmpty && isEnough?.Invoke() != true; rows = reader.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                walker.Walk(rows);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{Entry.FullName} can't be read: {exception.Message}");
        }
    }
}
