using CiAnon.Diagnostics;
using CiAnon.Policies.Import;
using CiAnon.Policies.Language;
using CiAnon.Stages;

namespace CiAnon.Audits;

/// <summary>Another tool's file, written as a policy of ours.</summary>
/// <param name="Text">The whole policy.</param>
/// <param name="Tool">What the tool calls itself.</param>
/// <param name="Summary">What was read, in a few words.</param>
/// <param name="Diagnostics">One for each rule or setting that doesn't carry over exactly, in the file's order.</param>
public sealed record PolicyImport(string Text, string Tool, string Summary, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>How a policy begins that was imported and may be imported again.</summary>
    public const string FirstWords = "# Imported from ";

    /// <summary>The names of tools for <c>--from</c>.</summary>
    public static IReadOnlyList<string> Tools { get; } = [.. ForeignFile.Tools.Select(tool => tool.Name)];

    /// <param name="path">A file of the tool's, or a dump with security labels.</param>
    /// <param name="from">One of <see cref="Tools"/>; null for what the file's shape tells.</param>
    /// <exception cref="CiAnonException">The file can't be read, or is none that is known.</exception>
    public static PolicyImport Make(string path, string? from, Func<string, string?> environment, DateOnly today)
    {
        var read = PolicySource.Read(path, environment, today, from);
        if (read.Imported is not { } imported)
        {
            throw read.Policy is null && from is null && read.Diagnostics.All(problem => problem.Code == DiagnosticCodes.PolicyVersionMissing || problem.Code == DiagnosticCodes.UnknownPolicyKey || problem.Code == DiagnosticCodes.WrongPolicyType)
                || read.Policy is not null
                ? new CiAnonException(DiagnosticCodes.ImportUnknownFile, read.Policy is not null ? "this is a policy of ours already" : "this is no tool's file that is known by its shape: name the tool with --from", new SourcePosition(path, 1, 1))
                : new CiAnonException(read.Diagnostics);
        }
        if (read.ForReview is null) throw new CiAnonException(read.Diagnostics);
        return new PolicyImport(PolicyTreeText.Write(imported.Root, Head(imported, path), imported.Comments), imported.Tool.Title, imported.Summary, imported.Diagnostics);
    }

    private static string Head(ImportedPolicy imported, string path) => $"""
        {FirstWords}{Path.GetFileName(path)} ({imported.Tool.Title}) by `ci-anon import`. docs/import.md says what differs by tool.
        # A rule with "proposed:" couldn't be carried over: give it a strategy, and remove that key. In CI a run stops at it.
        # Columns that no rule names stop a run, too, where their type or name may be personal: `ci-anon plan DUMP` names them.
        # yaml-language-server: $schema={PolicySchema.Address}

        """.ReplaceLineEndings("\n");
}
