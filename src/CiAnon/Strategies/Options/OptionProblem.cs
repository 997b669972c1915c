namespace CiAnon.Strategies.Options;

/// <summary>Why an option of a strategy is refused.</summary>
/// <param name="Option">Its name as written, or the name of the one that is missing.</param>
/// <param name="Problem">A sentence without full stop, the suggestion included.</param>
/// <param name="IsMissing">The option isn't there: the position to report is the strategy's.</param>
public sealed record OptionProblem(string Option, string Problem, bool IsMissing = false);
