namespace CiAnon.Strategies.Conditions;

/// <summary>Where a number, date or timestamp stands among a few others.</summary>
/// <param name="op">Equality too: 1.50 and 1.5 are one number.</param>
internal sealed class OrderTest(RowOperator op, OrderedValue[] operands) : FieldTest
{
    protected override bool? Holds(ReadOnlySpan<byte> value)
    {
        if (OrderedValue.Parse(value) is not { } number) return null;
        foreach (var operand in operands)
            if (Agrees(number.Order(operand))) return true;
        return false;
    }

    private bool Agrees(int order) => op switch
    {
        RowOperator.LessThan => order < 0,
        RowOperator.AtMost => order <= 0,
        RowOperator.GreaterThan => order > 0,
        RowOperator.AtLeast => order >= 0,
        _ => order == 0,
    };
}
