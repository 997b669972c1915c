using CiAnon.Dumps;

namespace CiAnon.Stages.Entries;

/// <summary>Where the sandbox's definitions come from, and what it goes without.</summary>
/// <param name="Dump">The dump of the schema that lies beside a dump without one; null where the dump has its own.</param>
/// <param name="WithoutExtensions">Extensions that somebody decided to do without.</param>
internal sealed record SchemaSource(Dump? Dump, IReadOnlySet<string> WithoutExtensions)
{
    /// <summary>The dump itself, with everything that it has.</summary>
    public static SchemaSource Own { get; } = new(null, new HashSet<string>());
}
