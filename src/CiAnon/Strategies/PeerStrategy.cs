namespace CiAnon.Strategies;

/// <summary>How another tool calls what a strategy does.</summary>
/// <param name="Tool">The other tool.</param>
/// <param name="Theirs">Its name for it.</param>
/// <param name="Ours">A strategy's name, with options where they make the difference.</param>
/// <param name="Difference">What is different here; empty where nothing is.</param>
public sealed record PeerStrategy(string Tool, string Theirs, string Ours, string Difference);
