using System.Collections.Concurrent;
using System.Text;
using CiAnon.Copy;
using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Stages;
using CiAnon.Strategies;
using CiAnon.Verification.Residual;

namespace CiAnon.Verification;

/// <summary>
/// Looks at everything that the artefact will hold in the passes that move it: originals are remembered as fingerprints before they
/// are masked; then every field of the result, large objects and the archive's SQL are searched for them.
/// </summary>
internal sealed class ResultScan : IDisposable
{
    private readonly ConcurrentBag<(TableTask Task, TableScan Scan)> _tables = [];
    private readonly ConcurrentBag<(string Entry, HitTally Tally)> _texts = [];

    public Originals Originals { get; } = new(RunKey.Forgotten().Derive("residual"));

    /// <summary>The positive control: null before <see cref="BeginSearch"/>.</summary>
    public ControlResult? Control { get; private set; }

    public IEnumerable<(TableTask Task, TableScan Scan)> Tables => _tables;

    /// <summary>What was found outside tables, by entry of the table of contents.</summary>
    public IEnumerable<(string Entry, HitTally Tally)> Texts => _texts;

    /// <summary>Whether the table holds originals: it must be read before anything is searched.</summary>
    public static bool HasOriginals(TableTask task) => task.KeepsRows && Kinds(task).Any(kind => kind is not null);

    /// <summary>Per field: what its originals are, where they must not survive anywhere.</summary>
    public static IReadOnlyList<PersonalKind?> Kinds(TableTask task) => [.. task.Columns.Select(column => Kind(task.Plan.Find(column)))];

    /// <summary>Sees every value of a table before it is masked; null when none is to be remembered.</summary>
    public IFieldSink? Remember(TableTask task) => HasOriginals(task) ? Originals.Collect(Kinds(task)) : null;

    /// <summary>All originals are known. The positive control shows that whatever is planted is found.</summary>
    public void BeginSearch()
    {
        var samples = new PlantedSamples(Originals);
        Originals.Freeze();
        Control = samples.Check();
    }

    /// <summary>Sees the rows of a table that the artefact will hold.</summary>
    public TableScan Open(TableTask task)
    {
        var columns = task.Columns.Select(column => Column(task.Plan.Find(column)!)).ToList();
        var scan = new TableScan(new FieldScanner(Originals, columns), [.. columns.Select(column => FieldScanner.Wants(column, Originals))]);
        _tables.Add((task, scan));
        return scan;
    }

    /// <summary>Searches the archive's SQL: definitions, and names of objects and owners.</summary>
    public void SearchContents(IEnumerable<TocEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.Desc != "SEQUENCE SET"))
        {
            var scan = new TextScan(Originals);
            foreach (var text in new[] { entry.Defn, entry.Tag, entry.Owner }.OfType<string>()) scan.Scan(Encoding.UTF8.GetBytes(text));
            if (!scan.Tally.IsEmpty) _texts.Add((entry.FullName, scan.Tally));
        }
    }

    /// <summary>Searches what large objects hold.</summary>
    public void SearchLargeObjects(TocEntry entry, Stream contents, CancellationToken cancellation)
    {
        var scan = new TextScan(Originals);
        var buffer = new byte[CopyBuffer.DefaultCapacity];
        for (int read; (read = contents.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            scan.Append(buffer.AsSpan(0, read));
        }
        scan.End();
        if (!scan.Tally.IsEmpty) _texts.Add(("large objects", scan.Tally));
    }

    public void Dispose() => Originals.Dispose();

    private static PersonalKind? Kind(ColumnPlan? plan)
    {
        if (plan?.Mask is null) return null;
        var kind = plan.Kind ?? (plan.Strategy!.Guarantees.LooksLike is [PersonalKind.FirstName or PersonalKind.LastName] names ? names[0] : null);
        return kind is PersonalKind.FirstName or PersonalKind.LastName || kind is { } known && PersonalKinds.Of(known).IsDirect ? kind : null;
    }

    private static ScannedColumn Column(ColumnPlan plan) =>
        new(plan.Column.Name, plan.Column.Type.Kind, plan.Column.Type.BaseName, plan.Mask is null ? [] : plan.Strategy!.Guarantees.LooksLike);
}
