using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;
using CiAnon.Strategies.Containers;
using CiAnon.Strategies.Options;

namespace CiAnon.Audits.Proposals;

/// <summary>Fields for <c>composite</c>: each is looked at as a column of its own, by its name and what the sampled rows hold there.</summary>
internal static class CompositeChoice
{
    /// <summary>Null where the type's fields aren't known, or a field fits nothing.</summary>
    public static MaskChoice? Of(ColumnCase column)
    {
        if (column.Column.Type is not { Kind: not TypeKind.Array, Fields.All: { Count: > 0 } fields } || column.Sample is not { Count: > 0 } sample) return null;
        if (Split(fields, sample) is not { } samples) return null;
        var rules = new List<PathRule>();
        var isMasked = false;
        for (var place = 0; place < fields.Count; place++)
        {
            if (OfField(column, fields[place], samples[place]) is not { } rule) return null;
            isMasked |= rule.Inner!.Strategy.Name != "keep";
            rules.Add(rule);
        }
        var choice = new MaskChoice("composite", ("fields", PathsOption.Text(rules)));
        return isMasked && SampleFit.Takes(choice, column.Column.Type, sample) ? choice : null;
    }

    private static PathRule? OfField(ColumnCase column, CompositeField field, ColumnSample sample)
    {
        var part = new Column(field.Name, field.Type, NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null);
        var verdict = ColumnScorer.Score(column.Table, part, sample);
        var known = new ColumnCase(column.Table, part, verdict, sample, IsConstrained: false, column.IsAboutPeople) { Email = column.Email, Locale = column.Locale };
        var choice = MaskChoices.For(known).FirstOrDefault(choice => choice.Strategy == "keep" ? verdict is { Kind: null, IsSure: true, Seen.Count: 0 } : sample.Count == 0 || SampleFit.Takes(choice, field.Type, sample));
        return choice is null ? null : new PathRule(field.Name, new InnerRule(field.Name, StrategyRegistry.Find(choice.Strategy)!, new OptionValues(choice.Options)), null, Delete: false);
    }

    // A mask that shows its parts takes rows apart as well.
    private static ColumnSample[]? Split(IReadOnlyList<CompositeField> fields, ColumnSample sample)
    {
        var mask = new CompositeMask([.. fields.Select((_, place) => new FieldAction(Unused.Mask, place))], null, fields.Count, keepOthers: false, []);
        var parts = new Parts(fields.Count);
        try
        {
            foreach (var value in sample.Values.Where(value => value.Length < ColumnSample.LongestValue)) mask.Show(value, parts);
        }
        catch (MaskException)
        {
            // Not written as rows of this type are.
            return null;
        }
        return parts.Samples;
    }

    private sealed class Parts(int count) : IInnerSink
    {
        public ColumnSample[] Samples { get; } = [.. Enumerable.Range(0, count).Select(_ => new ColumnSample())];

        public void Part(int rule, ReadOnlySpan<byte> part) => Samples[rule].Add(part);
    }

    private sealed class Unused : Mask
    {
        public static readonly Unused Mask = new();

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => output.Append(value);
    }
}
