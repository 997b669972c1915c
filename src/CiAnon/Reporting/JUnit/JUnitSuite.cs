namespace CiAnon.Reporting.JUnit;

/// <summary>One test suite: a run, or an audit.</summary>
/// <param name="Name">What was tested.</param>
/// <param name="Timestamp">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Properties">Names and values for the head of the page; at least one.</param>
/// <param name="Cases">In the order in which they should be read.</param>
public sealed record JUnitSuite(
    string Name,
    DateTimeOffset Timestamp,
    double Seconds,
    IReadOnlyList<KeyValuePair<string, string>> Properties,
    IReadOnlyList<JUnitCase> Cases);
