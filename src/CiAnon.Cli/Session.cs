using System.Collections.Concurrent;
using CiAnon.Audits.Findings;
using CiAnon.Cli.Terminal;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Publishing;

namespace CiAnon.Cli;

/// <summary>What a command may touch outside the engine; tests give their own.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Diagnostics and progress.</param>
/// <param name="Environment">Variables by name.</param>
/// <param name="IsTerminal">Standard error is a terminal that a person looks at.</param>
internal sealed record Session(TextWriter Out, TextWriter Error, Func<string, string?> Environment, bool IsTerminal, CancellationToken Cancellation)
{
    private readonly ConcurrentQueue<HostIssue> _issues = new();

    /// <summary>The CI host that reads standard error.</summary>
    public CiHost Host { get; init; } = new PlainHost();

    /// <summary>The host is told of diagnostics in its own words.</summary>
    public bool Annotates { get; init; } = true;

    /// <summary>What <c>-</c> stands for where a dump is named.</summary>
    public StandardInput Input { get; init; } = new(static () => Stream.Null, IsTerminal: false);

    /// <summary>What <c>-</c> stands for where an output is named.</summary>
    public StandardOutput Output { get; init; } = new(static () => Stream.Null, IsTerminal: false);

    /// <summary>Standard error is kept in a file, where a line that is meant for the host alone would stay.</summary>
    public bool IsErrorKept { get; init; }

    /// <summary>Of the terminal that shows results; null where they go elsewhere.</summary>
    public int? OutWidth => Output.IsTerminal ? Summary.WidthOf(Out) : null;

    /// <summary>NO_COLOR (https://no-color.org) is set and not empty.</summary>
    public bool NoColor => Environment("NO_COLOR") is { Length: > 0 };

    /// <summary>A diagnostic: why something failed, or what to know about it.</summary>
    public void Print(Diagnostic diagnostic) => Show(Error, IsTerminal, new HostIssue(Level(diagnostic.Severity), diagnostic.Code.Id, diagnostic.Code.Title,
        diagnostic.Message, diagnostic.ToString(), diagnostic.Position is { } at ? Place(at) : null));

    /// <summary>A finding, which is the result that was asked for.</summary>
    public void Print(AuditFinding finding) => Show(Out, Output.IsTerminal, new HostIssue(Level(finding.Rule.Severity), finding.Rule.Id, finding.Rule.Title,
        finding.Message, finding.ToString(), Place(finding.Position)));

    /// <summary>Makes the host hide a secret, should a later step print it.</summary>
    public void Mask(string secret)
    {
        if (IsErrorKept) return;
        foreach (var line in Host.Mask(secret)) Error.WriteLine(line);
    }

    /// <summary>Writes what the host reads: files, then the lines that may speak of them.</summary>
    public void Tell(HostWrites writes)
    {
        foreach (var file in writes.Files)
        {
            var folder = Path.GetDirectoryName(file.Path)!;
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(file.Path, file.Append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read))
                stream.Write(file.Content.Span);
            if (file.Append) continue;
            FileOwner.HandOver(folder);
        }
        foreach (var line in writes.Lines) Error.WriteLine(line);
    }

    /// <summary>Tells the host of all that was printed; the command has ended.</summary>
    public int TellIssues()
    {
        Tell(Host.Issues([.. _issues]));
        return (int)ExitCode.Done;
    }

    private void Show(TextWriter writer, bool isTerminal, HostIssue issue)
    {
        if (Annotates) _issues.Enqueue(issue);
        var host = Annotates ? Host : new PlainHost();
        // A host and a pipe read a line as one; a person reads words.
        Folded.Write(writer, isTerminal && host is PlainHost ? Summary.WidthOf(writer) : null, host.Issue(issue));
    }

    private static IssuePlace Place(SourcePosition at) => new(Path.GetFullPath(at.File), at.Line, at.Column);

    private static IssueLevel Level(Severity severity) => severity switch
    {
        Severity.Error => IssueLevel.Error,
        Severity.Warning => IssueLevel.Warning,
        _ => IssueLevel.Note,
    };
}
