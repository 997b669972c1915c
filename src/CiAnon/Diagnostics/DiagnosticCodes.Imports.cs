namespace CiAnon.Diagnostics;

public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode PolicyOfAnotherTool = new("CIANON1101", Severity.Note, ExitCode.Usage,
        "Another tool's file is the policy", "The message names the tool that the file was taken for. 'ci-anon import FILE' writes the same as a policy of ours, with what differs beside each rule.");

    public static readonly DiagnosticCode ImportDiffers = new("CIANON1102", Severity.Note, ExitCode.Usage,
        "A rule of another tool's file does a little more or less here", "Nothing need be done: docs/import.md lists what differs by tool.");

    public static readonly DiagnosticCode ImportLost = new("CIANON1103", Severity.Warning, ExitCode.Usage,
        "Part of a rule or a setting of another tool's file has no counterpart here",
        "The column is masked all the same. Read the message, and say in a policy of ours what is wanted: 'ci-anon import FILE' writes one to begin with.");

    public static readonly DiagnosticCode ImportUndecided = new("CIANON1104", Severity.Warning, ExitCode.Usage,
        "A rule of another tool's file can't be carried over",
        "The column is masked by a keyed hash and counts as undecided, at which a run in CI stops. Write a policy of ours with 'ci-anon import FILE', and decide there.");

    public static readonly DiagnosticCode ImportUnknownFile = new("CIANON1105", Severity.Error, ExitCode.Usage,
        "This is no tool's file that ci-anon knows", "docs/import.md shows the files that are read. Name the tool with --from where its file can't be told by its shape.");

    public static readonly DiagnosticCode ImportOnly = new("CIANON1106", Severity.Error, ExitCode.Usage,
        "Rules can't be added to another tool's file", "Write a policy of ours with 'ci-anon import FILE --output ci-anon.yml', and go on with that.");
}
