using CiAnon.Diagnostics;
using CiAnon.Dumps;

namespace CiAnon.Stages.Entries;

/// <summary>The extensions that a dump creates, which a run may be told to do without.</summary>
internal static class DumpExtensions
{
    public static IEnumerable<string> Of(Dump dump) => dump.Toc.Where(entry => entry.Desc == "EXTENSION").Select(entry => entry.Tag);

    /// <exception cref="CiAnonException">CIANON1244: one is to be left out that isn't there.</exception>
    public static void Require(IEnumerable<string> without, IReadOnlySet<string> known)
    {
        if (without.FirstOrDefault(name => !known.Contains(name)) is not { } unknown) return;
        throw new CiAnonException(DiagnosticCodes.ExtensionNotInDump, $"--without-extension {unknown}: the dump has no extension of that name; "
            + (known.Count == 0 ? "it has none" : $"it has {string.Join(", ", known.Order(StringComparer.Ordinal))}"));
    }
}
