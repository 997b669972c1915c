namespace CiAnon.Strategies.Conditions;

/// <summary>What a condition may ask of a column's original value.</summary>
public enum RowOperator
{
    Equals,
    In,
    Matches,
    IsNull,
    LessThan,
    AtMost,
    GreaterThan,
    AtLeast,
}
