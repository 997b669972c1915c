namespace CiAnon.Strategies.Conditions;

/// <summary>A question to a value, compiled for its type. Safe to ask from several threads at once.</summary>
internal abstract class FieldTest
{
    /// <summary>Null where it can't be told.</summary>
    public virtual bool? Holds(bool isNull, ReadOnlySpan<byte> value) => isNull ? null : Holds(value);

    protected abstract bool? Holds(ReadOnlySpan<byte> value);
}
