namespace CiAnon.Strategies.Conditions;

/// <summary>One question to a column, with what the policy compares its value with.</summary>
public sealed record RowTest(RowOperator Operator, IReadOnlyList<string> Operands)
{
    public string Words => Operator switch
    {
        RowOperator.Equals => $"is '{Operands[0]}'",
        RowOperator.In => $"is one of {string.Join(", ", Operands.Select(operand => $"'{operand}'"))}",
        RowOperator.Matches => $"matches '{Operands[0]}'",
        RowOperator.IsNull => Operands[0] == "true" ? "is NULL" : "is not NULL",
        RowOperator.LessThan => $"< '{Operands[0]}'",
        RowOperator.AtMost => $"<= '{Operands[0]}'",
        RowOperator.GreaterThan => $"> '{Operands[0]}'",
        _ => $">= '{Operands[0]}'",
    };
}
