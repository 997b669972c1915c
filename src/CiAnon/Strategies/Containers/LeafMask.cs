using System.Buffers;
using CiAnon.Catalogs;
using CiAnon.Strategies.Text;

namespace CiAnon.Strategies.Containers;

/// <summary>A strategy inside of a value: the masks that it has for texts, whole numbers, other numbers, dates and moments, as far as it takes them.</summary>
internal sealed class LeafMask
{
    private static readonly SearchValues<byte> Whole = SearchValues.Create("-0123456789"u8);

    private static readonly ColumnType TextType = new("text", TypeKind.Text, "text");
    private static readonly ColumnType IntegerType = new("bigint", TypeKind.Integer, "int8");
    private static readonly ColumnType NumberType = new("numeric", TypeKind.Decimal, "numeric");
    private static readonly ColumnType DateType = new("date", TypeKind.Date, "date");
    private static readonly ColumnType MomentType = new("timestamp with time zone", TypeKind.Timestamp, "timestamptz");

    // Prose under a name that says what values are, by kind; made when the first such name is met.
    private readonly Mask?[] _named = new Mask?[PersonalKinds.All.Count];

    private LeafMask(Mask? text, Mask? integer, Mask? number, Mask? date, Mask? moment, bool replacesNull) =>
        (Text, Integer, Number, Date, Moment, ReplacesNull) = (text, integer, number, date, moment, replacesNull);

    public Mask? Text { get; }

    public Mask? Integer { get; }

    public Mask? Number { get; }

    public Mask? Date { get; }

    public Mask? Moment { get; }

    /// <summary>Every value becomes NULL.</summary>
    public bool WritesNull => Text is { WritesNull: true };

    /// <summary>NULL gets a pseudonym, too: <see cref="ApplyToNull"/>.</summary>
    public bool ReplacesNull { get; }

    /// <summary>What becomes of a text depends on what its name says that it is.</summary>
    public bool MindsNames => Text is FreeTextMask;

    /// <summary>The rules of what is applied, its own where it works inside of texts, or the one given.</summary>
    public IReadOnlyList<InnerRule> Rules(InnerRule rule) => Text is { Inside: { Count: > 0 } inside } ? inside : [rule];

    /// <summary>The masks, or null and why there are none.</summary>
    public static LeafMask? Compile(InnerRule rule, StrategyContext context, out string? problem)
    {
        problem = null;
        string? first = null;
        var leaf = new LeafMask(Of(TextType), Of(IntegerType), Of(NumberType), Of(DateType), Of(MomentType), rule.ReplacesNull);
        if (first is null && (leaf.Text ?? leaf.Integer ?? leaf.Number ?? leaf.Date ?? leaf.Moment) is { } any)
        {
            if (any.SeesRow) first = "looks at other columns, which it can't inside of a value";
            else if (rule.ReplacesNull && NullReplacement.Problem(any, isUnique: false) is { } why) first = $"{why}: remove 'null: replace'";
            else return leaf;
        }
        problem = $"has strategy '{rule.Strategy.Name}', which {first ?? "takes neither texts nor numbers nor dates"}";
        return null;

        Mask? Of(ColumnType type)
        {
            // Fixed texts fit a text, and needn't fit a number as well.
            if ((rule.Strategy.Types & type.Kind) == TypeKind.None) return null;
            var compilation = context.Inside!(rule.Strategy.Name, rule.Options, type, rule.Locale);
            if (compilation.Mask is null && type.Kind == TypeKind.Text) first ??= compilation.Problem;
            return compilation.Mask;
        }
    }

    /// <summary>Writes the pseudonym of NULL; true where it is a text.</summary>
    public bool ApplyToNull(MaskOutput output)
    {
        output.Clear();
        var mask = Text ?? Integer ?? Number ?? Date ?? Moment!;
        mask.Apply(default, output);
        return mask != Integer && mask != Number;
    }

    /// <summary>Writes the pseudonym of a JSON number; true where it is a text.</summary>
    public bool ApplyToNumber(ReadOnlySpan<byte> number, MaskOutput output)
    {
        output.Clear();
        var mask = number.ContainsAnyExcept(Whole) ? Number : Integer ?? Number;
        (mask ?? Text ?? throw new MaskException("has a number where its strategy takes none")).Apply(number, output);
        return mask is null;
    }

    /// <summary>Writes the pseudonym of a JSON text, which isn't empty. Dates may have the T and Z of ISO 8601.</summary>
    /// <param name="kind">What its name says that it is.</param>
    public void ApplyToText(Span<byte> text, MaskOutput output, PersonalKind? kind = null)
    {
        output.Clear();
        if (Text is not null)
        {
            (kind is { } named && MindsNames ? _named[(int)named] ??= Text.In(TextType, isUnique: false, named) : Text).Apply(text, output);
            return;
        }
        if (Date is null && Moment is null)
        {
            (Number ?? Integer!).Apply(text, output);
            return;
        }
        const int DateLength = 10;
        var mask = (text.Length == DateLength ? Date : Moment) ?? throw new MaskException("has a text where its strategy takes none");
        var hasT = text.Length > DateLength && text[DateLength] == 'T';
        if (hasT) text[DateLength] = (byte)' ';
        var hasZ = text[^1] == 'Z';
        mask.Apply(hasZ ? text[..^1] : text, output);
        var separator = output.Written.IndexOf((byte)' ');
        if (hasT && separator > 0) output.Set(separator, (byte)'T');
        if (hasZ) output.Append((byte)'Z');
    }
}
