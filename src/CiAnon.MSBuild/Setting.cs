namespace CiAnon.MSBuild;

/// <summary>Something that a project can say: docs and contract tests come from here.</summary>
/// <param name="Name">Of the property (<c>CiAnonJobs</c>) or the metadata of a CiAnonDump item (<c>OutputPath</c>).</param>
/// <param name="Option">The property of <see cref="AnonymizeOptions"/> that it sets; null when it is the build's own matter.</param>
/// <param name="Command">The command's option of the same meaning, or null.</param>
/// <param name="Default">What holds when it is not given.</param>
/// <param name="Summary">One sentence.</param>
internal sealed record Setting(string Name, string? Option, string? Command, string Default, string Summary);
