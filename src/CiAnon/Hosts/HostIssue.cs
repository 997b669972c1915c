namespace CiAnon.Hosts;

/// <summary>One thing to tell the user, as far as a host shows it.</summary>
/// <param name="Level">Hosts colour and count by it.</param>
/// <param name="Code">CIANONnnnn.</param>
/// <param name="Title">What the code stands for, in a few words.</param>
/// <param name="Message">What happened here, and what to do.</param>
/// <param name="Text">All of it on one line: <c>file(line,column): error CODE: message</c>.</param>
/// <param name="Place">What the user should look at; null when it is no file.</param>
public sealed record HostIssue(IssueLevel Level, string Code, string Title, string Message, string Text, IssuePlace? Place = null);
