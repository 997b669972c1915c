namespace CiAnon.Strategies.Conditions;

internal sealed class NullTest(bool isNull) : FieldTest
{
    public override bool? Holds(bool valueIsNull, ReadOnlySpan<byte> value) => valueIsNull == isNull;

    protected override bool? Holds(ReadOnlySpan<byte> value) => !isNull;
}
