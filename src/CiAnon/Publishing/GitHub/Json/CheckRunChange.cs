namespace CiAnon.Publishing.GitHub.Json;

/// <summary>More annotations for a check run.</summary>
internal sealed record CheckRunChange(CheckRunOutput Output);
