namespace CiAnon.Planning;

/// <summary>What becomes of a dump's planner statistics, in entries of its table of contents.</summary>
/// <param name="Kept">Of tables that stay as they are.</param>
/// <param name="LeftOut">Of all others: they quote values.</param>
public sealed record StatisticsPlan(int Kept, int LeftOut);
