namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A check run to be created.</summary>
/// <param name="Status">completed.</param>
/// <param name="Conclusion">success or failure.</param>
internal sealed record NewCheckRun(string Name, string HeadSha, string Status, string Conclusion, DateTimeOffset StartedAt, DateTimeOffset CompletedAt, CheckRunOutput Output);
