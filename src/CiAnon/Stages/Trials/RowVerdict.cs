using Npgsql;

namespace CiAnon.Stages.Trials;

/// <summary>What PostgreSQL said of one row.</summary>
/// <param name="State">Empty where the row passes, <see cref="False"/> where the condition is false, else the SQLSTATE of what was raised.</param>
/// <param name="Constraint">As raised: a function may put anything there.</param>
internal readonly record struct RowVerdict(string State, string Constraint)
{
    public const string False = "false";

    public bool Passes => State.Length == 0;

    /// <summary>Refused by a condition or a limit, as any value may be; everything else went wrong while judging.</summary>
    public bool IsRefusal => State is False or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation
        or PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.NumericValueOutOfRange;
}
