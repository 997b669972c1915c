using CiAnon.Dumps;
using CiAnon.Dumps.Contents;

namespace CiAnon.Stages;

/// <summary>
/// A second place for the rows that go into the artefact, as they go there. Nothing is proven of them yet: whoever keeps them shows them
/// to nobody before everything is.
/// </summary>
internal interface IRowsBeside
{
    /// <summary>Before the first row.</summary>
    /// <param name="dump">Whose table of contents the artefact has.</param>
    /// <exception cref="Diagnostics.CiAnonException">There can be no such place, and so no result.</exception>
    void Begin(Dump dump);

    /// <summary>What takes the rows of an entry; null where they aren't wanted. One thread each.</summary>
    RowsBeside? Open(TocEntry entry);

    /// <summary>All rows were passed on.</summary>
    void End();
}
