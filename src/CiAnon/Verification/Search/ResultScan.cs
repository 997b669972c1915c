using System.Collections.Concurrent;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Contents;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Strategies.People;
using CiAnon.Tables;
using CiAnon.Verification.Comparison;
using CiAnon.Verification.Control;

namespace CiAnon.Verification.Search;

/// <summary>
/// Looks at everything that the artefact will hold in the passes that move it: originals are remembered as fingerprints before they
/// are masked; then every field of the result, large objects and the archive's SQL are searched for them, and for what looks personal.
/// </summary>
/// <param name="shared">What is known of everything that is published together; null where this is all.</param>
internal sealed class ResultScan(Plan plan, SharedOriginals? shared = null) : IDisposable
{
    private static readonly PersonalKind[] NeverByChance = [PersonalKind.Email, PersonalKind.Token];

    private static readonly PersonalKind[] MadeOfNames =
        [PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Name, PersonalKind.City, PersonalKind.Company, PersonalKind.Address];

    private readonly IReadOnlyList<Recognizer> _recognizers = Recognizers.Without([.. OwnDomains(plan)]);
    private readonly ConcurrentBag<(TableTask Task, TableScan Scan)> _tables = [];
    private readonly ConcurrentBag<PatternTable> _kept = [];
    private readonly ConcurrentBag<TextFindings> _texts = [];
    private readonly Lazy<Originals> _originals = new(() => new Originals(shared?.Known.Key ?? RunKey.Forgotten().Derive("residual")));
    private LargeObjectSearch? _largeObjects;

    public Originals Originals => _originals.Value;

    /// <summary>The positive controls; null before <see cref="BeginSearch"/>.</summary>
    public ControlOutcome? ResidualControl { get; private set; }

    public PatternControl? PatternControl { get; private set; }

    public IEnumerable<(TableTask Task, TableScan Scan)> Tables => _tables;

    /// <summary>What was found outside tables.</summary>
    public IEnumerable<TextFindings> Texts => _largeObjects is null ? _texts : _texts.Append(_largeObjects.Findings);

    /// <summary>Whether the table holds originals: it must be read before anything is searched.</summary>
    public static bool HasOriginals(TableTask task) => task.KeepsRows && Kinds(task).Any(kind => kind is not null);

    /// <summary>Per field and per rule inside of fields: what its originals are, where they must not survive anywhere.</summary>
    public static IReadOnlyList<PersonalKind?> Kinds(TableTask task) => InnerOriginals.Kinds(Columns(task));

    private static IReadOnlyList<ColumnPlan?> Columns(TableTask task) => [.. task.Columns.Select(task.Plan.Find)];

    /// <summary>Sees every value of a table before it is masked; null when none is to be remembered, or all are known.</summary>
    public IFieldSink? Remember(TableTask task) => HasOriginals(task) && ResidualControl is null ? Collect(task, Originals) : null;

    /// <summary>Adds a table's values to a set of originals.</summary>
    public static IFieldSink Collect(TableTask task, Originals originals) => InnerOriginals.Over(originals.Collect(Kinds(task)), Columns(task));

    /// <summary>
    /// Sees the values that a rule's condition keeps, which are judged as those of a kept column: beside masked ones in the result nobody
    /// could tell them apart. Null when there are none.
    /// </summary>
    public IFieldSink? WatchKept(TableTask task)
    {
        var columns = task.Columns.Select(column => task.Plan.Find(column)!).ToList();
        if (!task.KeepsRows || columns.TrueForAll(column => column.Condition is null)) return null;
        var scanner = new PatternScanner(_recognizers, [.. columns.Select(column => column.Condition is null ? ScannedPattern.Unseen(column.Column) : ScannedPattern.Of(column.Column, column.Kind))]);
        _kept.Add(new PatternTable(task.Name, task.Columns, task.Plan, scanner) { IsKept = true });
        return scanner;
    }

    /// <summary>All originals are known. The positive controls show that whatever is planted is found.</summary>
    public void BeginSearch()
    {
        if (shared is not null) Originals.Add(shared.Known);
        var samples = PlantedSamples.Plant(Originals);
        Originals.Freeze();
        ResidualControl = samples.Check(Originals);
        PatternControl = PatternControl.Run(_recognizers);
        Originals.GiveBack();
    }

    /// <summary>Sees the rows of a table that the artefact will hold.</summary>
    public TableScan Open(TableTask task)
    {
        var scan = Another(task);
        _tables.Add((task, scan));
        return scan;
    }

    /// <summary>For another thread that sees rows of the same table: what it finds counts when it has joined the first.</summary>
    public TableScan Another(TableTask task)
    {
        var columns = task.Columns.Select(column => task.Plan.Find(column)!).ToList();
        var searched = columns.Select(column => Searched(column, task.IsAsIs)).ToList();
        return new TableScan(new FieldScanner(Originals, searched), [.. searched.Select(column => FieldScanner.Wants(column, Originals))],
            new PatternScanner(_recognizers, [.. columns.Select(column => Recognized(column, task.IsAsIs))]), task.IsLoaded ? null : new ValueRoom(task));
    }

    /// <summary>Searches the archive's SQL: definitions, names of objects, names of owners.</summary>
    public void SearchContents(IEnumerable<TocEntry> entries, IEnumerable<LooseText> others)
    {
        // What a sequence is at is no text.
        foreach (var entry in entries.Where(entry => entry.Desc != "SEQUENCE SET")) Search(entry.FullName, [entry.Defn, entry.Tag, entry.Owner]);
        foreach (var text in others) Search(text.Name, [text.Text]);
    }

    private void Search(string name, IReadOnlyList<string?> texts)
    {
        var search = new TextSearch(Originals, _recognizers);
        foreach (var text in texts.OfType<string>()) search.Scan(text);
        if (search.Findings(name) is { IsEmpty: false } found) _texts.Add(found);
    }

    /// <summary>Searches large objects, each as a text of its own.</summary>
    public void SearchLargeObjects(IEnumerable<LargeObject> objects, CancellationToken cancellation) =>
        (_largeObjects ??= new LargeObjectSearch(Originals, _recognizers)).Search(objects, cancellation);

    /// <summary>Fields that were searched for originals.</summary>
    public long FieldsScanned => _tables.Sum(table => table.Scan.Residual.FieldsScanned);

    /// <summary>Whether the originals survived in anything that was seen.</summary>
    /// <param name="originals">To confirm hits, beside what is shared.</param>
    public CheckResult Residual(IReadOnlyList<OriginalRows> originals, Policy policy, int jobs, CancellationToken cancellation) =>
        new ResidualCheck(this, [.. originals, .. shared?.Rows ?? []], policy).Run(jobs, cancellation);

    /// <summary>Whether anything that was seen looks personal.</summary>
    public CheckResult Patterns(Policy policy)
    {
        var tables = _tables.Select(table => new PatternTable(table.Task.Name, table.Task.Columns, table.Task.Plan, table.Scan.Patterns) { Kept = [.. _kept.Where(kept => ReferenceEquals(kept.Plan, table.Task.Plan))] });
        return PatternsCheck.Run([.. tables.Concat(_kept).OrderBy(table => table.Name, StringComparer.Ordinal)], [.. Texts],
            PatternControl ?? throw new InvalidOperationException("nothing was searched"), policy);
    }

    public void Dispose()
    {
        if (_originals.IsValueCreated) Originals.Dispose();
    }

    /// <summary>What a column's originals are, where they must not survive anywhere; null for others.</summary>
    public static PersonalKind? KindOf(ColumnPlan? column)
    {
        // What a shuffled column holds stays in the artefact, as what is kept does.
        if (column?.Mask is null || column.Strategy!.LeavesOriginals) return null;
        var kind = column.Kind ?? (column.Strategy!.Guarantees.LooksLike is [PersonalKind.FirstName or PersonalKind.LastName] names ? names[0] : null);
        // A year or an age is no date.
        if (kind == PersonalKind.BirthDate) return column.Column.Type.Kind is TypeKind.Date or TypeKind.Timestamp or TypeKind.Text ? kind : null;
        return kind is PersonalKind.FirstName or PersonalKind.LastName || kind is { } known && PersonalKinds.Of(known).IsDirect ? kind : null;
    }

    // Who masked a judged dump isn't known: only results that equal other originals by chance are expected there.
    private static ScannedColumn Searched(ColumnPlan column, bool isJudged)
    {
        IReadOnlyList<PersonalKind> expected = column.Mask is not { } mask ? [] : mask.Inside.Count == 0 ? column.Strategy!.Guarantees.LooksLike
            : [.. mask.Inside.SelectMany(rule => rule.Strategy.Guarantees.LooksLike).Distinct()];
        // Streets and cities are called like people, and so are those that a pool makes up.
        if (expected.Any(MadeOfNames.Contains)) expected = [.. expected, PersonalKind.Name, PersonalKind.Address];
        // What was put into texts of a judged dump nobody counted.
        if (isJudged && HasInsertions(column)) expected = [.. expected, .. column.Strategy!.Inserts, .. column.Mask!.Inside.SelectMany(rule => rule.Strategy.Inserts)];
        return new(column.Column.Type.Kind, column.Column.Type.BaseName, isJudged ? [.. expected.Except(NeverByChance)] : expected)
        {
            HasInsertions = HasInsertions(column),
            Parts = column.Mask is { Inside.Count: > 0 } parts ? parts : null,
            JudgesInsertions = !isJudged,
        };
    }

    /// <summary>Whether texts of the column stay with pseudonyms in them, or may.</summary>
    public static bool HasInsertions(ColumnPlan column) => column.Mask is { } mask && (column.Strategy!.Inserts.Count > 0 || mask.Inside.Any(rule => rule.Strategy.Inserts.Count > 0));

    // Which rows of a judged dump a condition kept isn't known: all are looked at as if they were, but for what the strategy's results look like.
    private static ScannedPattern Recognized(ColumnPlan column, bool isJudged)
    {
        if (column.Mask is null || column.Strategy!.LeavesOriginals) return ScannedPattern.Of(column.Column, column.Kind);
        if (column.Mask.Inside.Count > 0) return ScannedPattern.Of(column.Column, column.Kind, column.Mask);
        return column.Condition is not null && isJudged
            ? ScannedPattern.Of(column.Column, column.Kind) with { Expected = column.Strategy!.Guarantees.LooksLike.Except(NeverByChance).ToHashSet() }
            : ScannedPattern.Of(column.Column, column.Kind, column.Strategy!);
    }

    private static IEnumerable<string> OwnDomains(Plan plan) => plan.Tables.SelectMany(table => table.Columns)
        .SelectMany(column => (column.Mask?.Inside ?? []).Select(rule => (rule.Strategy, rule.Options)).Append((column.Strategy!, column.Options)))
        .Where(rule => rule.Item1?.Name is "email" or "person").Select(rule => rule.Item1!.Name == "email" ? EmailStrategy.DomainOf(rule.Item2) : PersonStrategy.DomainOf(rule.Item2)).Distinct(StringComparer.Ordinal);
}
