using CiAnon.Diagnostics;

namespace CiAnon.Reporting;

/// <summary>One thing that is wrong with a run, and the place in the policy to look at.</summary>
/// <param name="Rule">A check's id, or an error's code.</param>
/// <param name="Title">What the rule is about.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Identity">The same from run to run as long as it isn't mended.</param>
/// <param name="At">The top of the policy where no line is known: hosts drop what has no place.</param>
internal sealed record ReportProblem(string Rule, string Title, string Message, string Identity, SourcePosition At);
