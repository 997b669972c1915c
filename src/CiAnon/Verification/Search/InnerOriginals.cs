using CiAnon.Copy;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Verification.Search;

/// <summary>Shows originals to a sink: of columns that are masked inside of their values, the parts that are, each rule's as a field of its own.</summary>
internal sealed class InnerOriginals : IFieldSink, IInnerSink
{
    private readonly IFieldSink _sink;
    private readonly Mask?[] _masks;
    private readonly int[] _first;
    private readonly PersonalKind?[] _prose;
    private int _field;

    private InnerOriginals(IFieldSink sink, IReadOnlyList<ColumnPlan?> columns, int[] first)
    {
        (_sink, _first) = (sink, first);
        _masks = [.. columns.Select(column => column?.Mask)];
        _prose = [.. columns.Select(KindOfProse)];
    }

    /// <summary>A text stays, and pseudonyms are put into it.</summary>
    public static bool IsProse(ColumnPlan? column) => column is { Mask: not null, Strategy.Inserts.Count: > 0 };

    private static PersonalKind? KindOfProse(ColumnPlan? column) => IsProse(column) ? ResultScan.KindOf(column) : null;

    /// <summary>The sink itself where nothing is masked inside of values, and none is prose under a value's name.</summary>
    /// <param name="sink">Its kinds are those of <see cref="Kinds"/>.</param>
    public static IFieldSink Over(IFieldSink sink, IReadOnlyList<ColumnPlan?> columns)
    {
        if (columns.All(column => column?.Mask is not { Inside.Count: > 0 } && KindOfProse(column) is null)) return sink;
        var first = new int[columns.Count];
        var next = columns.Count;
        for (var field = 0; field < columns.Count; field++)
        {
            first[field] = next;
            next += columns[field]?.Mask?.Inside.Count ?? 0;
        }
        return new InnerOriginals(sink, columns, first);
    }

    /// <summary>Of every field, and behind them of every rule inside of fields: what the originals are, where they must not survive anywhere.</summary>
    public static IReadOnlyList<PersonalKind?> Kinds(IReadOnlyList<ColumnPlan?> columns) =>
        [.. columns.Select(ResultScan.KindOf), .. columns.SelectMany(column => column?.Mask?.Inside ?? []).Select(KindOf)];

    public void Field(int field, ReadOnlySpan<byte> value)
    {
        if (_masks[field] is not { Inside.Count: > 0 } mask)
        {
            // A text is no original, though its column be called after one.
            if (_prose[field] is not { } kind || WholeValue.Is(kind, value)) _sink.Field(field, value);
            return;
        }
        _field = field;
        try
        {
            mask.Show(value, this);
        }
        catch (MaskException)
        {
            // Who masks the value says what is wrong with it, and where.
        }
    }

    public void Part(int rule, ReadOnlySpan<byte> part) => _sink.Field(_first[_field] + rule, part);

    public void EndRow() => _sink.EndRow();

    // These hide whatever they are put on: what it is, the name of its place may tell.
    private static PersonalKind? KindOf(InnerRule rule) => rule.Strategy.Name is "digits" or "hash" or "encrypt" or "token" or "mac" or "coordinates" ? rule.Kind is { } named && PersonalKinds.Of(named).IsDirect ? named : null
        : Hidden(rule) ?? (rule.Strategy.Guarantees.LooksLike is [PersonalKind.FirstName or PersonalKind.LastName] names ? names[0] : null);

    private static PersonalKind? Hidden(InnerRule rule) =>
        rule.Strategy.Hides(rule.Options) is { } kind && (rule.Strategy.HidesBy is null || PersonalKinds.Of(kind).IsDirect) ? kind : null;
}
