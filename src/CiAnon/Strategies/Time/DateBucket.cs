namespace CiAnon.Strategies.Time;

/// <summary>How coarse a date becomes.</summary>
internal enum DateBucket
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
}
