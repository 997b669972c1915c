namespace CiAnon.Stages.Entries;

/// <summary>An entry of the table of contents that the sandbox did without; it stays in the artefact.</summary>
/// <param name="Object">What it refers to and isn't there, such as <c>relation crm.customers</c>; null where the reason says it all.</param>
public sealed record SkippedEntry(string Entry, string Reason, string? Object = null)
{
    public const string RefersToAbsent = "it refers to an object that isn't in the dump";

    public const string RefersToNoRows = "it refers to a table of which the dump has no rows";

    public const string ByChoice = "somebody decided to do without the extension";

    public const string NotCreated = "the sandbox's PostgreSQL has the extension, and can't create it as it was started";

    public const string HasStandIns = "an extension that is left out has the types of its columns: any text stands for their values";

    public const string IsStandIn = "an extension that is left out has its table: columns of text stand for it";

    /// <summary>The object isn't in the dump: nobody could have created the entry from it.</summary>
    public bool IsUnproven => Reason is RefersToAbsent or RefersToNoRows or HasStandIns or IsStandIn;

    public override string ToString() => Object is null ? $"{Entry}: {Reason}" : $"{Entry}: {Reason} ({Object})";
}
