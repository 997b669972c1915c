namespace CiAnon.Hosts;

/// <summary>
/// What one CI host understands. Formatting only: whatever it is given (names of tables, paths, messages) comes out escaped, and the
/// head prints the lines and writes the files. What a host has no word for is nothing.
/// </summary>
public abstract class CiHost
{
    /// <summary>As <c>--host</c> has it.</summary>
    public abstract string Name { get; }

    /// <summary>One line of log that shows the issue, at its place where the host can.</summary>
    public virtual string Issue(HostIssue issue) => Printable.Line(issue.Text);

    /// <summary>The line that begins a part of the log that can be folded.</summary>
    public virtual string? OpenGroup(string title, DateTimeOffset now) => null;

    public virtual string? CloseGroup(string title, DateTimeOffset now) => null;

    /// <summary>A line that moves the host's progress bar.</summary>
    public virtual string? Progress(int percent, string what) => null;

    /// <summary>Lines that make the host hide a secret from then on. They hold it: they are for the host's own pipe only.</summary>
    public virtual IReadOnlyList<string> Mask(string secret) => [];

    /// <summary>Values for later steps.</summary>
    /// <param name="values">What is known.</param>
    /// <param name="nonce">Random, so that no value can end its own field.</param>
    public virtual HostWrites Outputs(IReadOnlyList<OutputValue> values, string nonce) => HostWrites.None;

    /// <summary>A page about the run, in Markdown that is safe already.</summary>
    public virtual HostWrites Summary(ReadOnlyMemory<byte> markdown, string nonce) => HostWrites.None;

    /// <summary>The run as tests, in JUnit's XML.</summary>
    public virtual HostWrites TestResults(ReadOnlyMemory<byte> junit) => HostWrites.None;

    /// <summary>All issues of a command, once it has ended.</summary>
    public virtual HostWrites Issues(IReadOnlyList<HostIssue> issues) => HostWrites.None;

    /// <summary>A file or folder for the host to keep; nothing where artefacts are for steps of their own.</summary>
    public virtual HostWrites Artifact(string name, string fullPath) => HostWrites.None;

    /// <summary>A path as later steps may use it, wherever the workspace is mounted for them.</summary>
    public virtual string PathForSteps(string fullPath) => fullPath;

    /// <summary>The path from <paramref name="root"/> on; the full path when it is unknown or elsewhere.</summary>
    private protected static string Relative(string? root, string fullPath)
    {
        if (string.IsNullOrEmpty(root)) return fullPath;
        var relative = Path.GetRelativePath(root, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? fullPath : relative;
    }
}
