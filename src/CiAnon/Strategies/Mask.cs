using CiAnon.Catalogs;

namespace CiAnon.Strategies;

/// <summary>
/// The function of a strategy, compiled for one domain. Pure and safe to call from several threads at once.
/// It sees and writes a field's decoded bytes (no COPY escapes), in the dump's encoding.
/// </summary>
public abstract class Mask
{
    /// <summary>Every value becomes NULL; <see cref="Apply(ReadOnlySpan{byte}, MaskOutput)"/> is not called.</summary>
    public virtual bool WritesNull => false;

    /// <summary>NULL is replaced too: the mask is applied to an empty value.</summary>
    public virtual bool ReplacesNull => false;

    /// <summary>The empty string is replaced too.</summary>
    public virtual bool ReplacesEmpty => false;

    /// <summary>Blanks alone are the empty string, as char(n) has them.</summary>
    internal virtual bool TakesBlanksForEmpty => false;

    /// <summary>A value may be its own result, whatever the strategy guarantees otherwise.</summary>
    public virtual bool MayStay => false;

    /// <summary>The result depends on other columns of the row: only what <see cref="For"/> gives can be applied.</summary>
    public virtual bool SeesRow => false;

    /// <summary>What answers for many rows at once, where the results are no function of one row; null for all other masks.</summary>
    public virtual BatchMask? Batch => null;

    /// <summary>What is applied inside of the value; empty for masks that replace it as a whole.</summary>
    public virtual IReadOnlyList<InnerRule> Inside => [];

    /// <summary>Other columns of the row that the result depends on.</summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>The fields of the row that are looked at; empty before <see cref="For"/>.</summary>
    public virtual IReadOnlyList<int> Reads => [];

    /// <summary>What it makes of a value of json or jsonb is one again, whatever the value.</summary>
    internal virtual bool StaysJson => false;

    /// <summary>The mask for a column of its own: a domain is compiled with the room of its shortest column, and knows of no column whether it is unique.</summary>
    /// <param name="kind">What the column's values are; null where nobody knows.</param>
    internal virtual Mask In(ColumnType type, bool isUnique, PersonalKind? kind) => this;

    /// <summary>The mask for rows of that shape.</summary>
    public virtual Mask For(RowShape row) => this;

    /// <summary>Whether the row's value is masked at all; otherwise it stays as it is, NULL or not.</summary>
    public virtual bool Covers(Row row) => true;

    /// <summary>Appends the pseudonym of <paramref name="value"/>, which is never NULL.</summary>
    /// <exception cref="MaskException">The value isn't what the strategy can mask; the message never repeats it.</exception>
    public abstract void Apply(ReadOnlySpan<byte> value, MaskOutput output);

    /// <summary>Shows the parts of a value that are masked inside of it.</summary>
    public virtual void Show(ReadOnlySpan<byte> value, IInnerSink sink)
    {
    }

    /// <summary>The same, and writes what is in the value beside those parts, such as keys of JSON and what is kept there.</summary>
    internal virtual void Show(ReadOnlySpan<byte> value, IInnerSink sink, MaskOutput others) => Show(value, sink);

    /// <summary>The same, with the row that the value stands in.</summary>
    public virtual void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => Apply(value, output);
}
