namespace CiAnon.Verification;

/// <summary>A check's failure explained: an example of its message, what is behind it, and what one writes then.</summary>
/// <param name="Check">The check.</param>
/// <param name="Example">A finding, as a run of the sample shop might have it.</param>
/// <param name="Text">What is behind it and what to do, in Markdown.</param>
/// <param name="Policy">The part of a policy that one would write; null where none helps.</param>
internal sealed record CheckGuide(CheckDefinition Check, Finding Example, string Text, string? Policy);
