using CiAnon.Dumps.Contents;

namespace CiAnon.Tables;

/// <summary>The rows of one table of the original.</summary>
internal sealed record OriginalBlock(TocEntry Entry, CopyStatement Copy)
{
    /// <summary>The rows go in through the top of the partition tree, which decides where they belong.</summary>
    public bool LoadsViaRoot => Copy.Table != Entry.Tag || Copy.Schema != (Entry.Namespace ?? Copy.Schema);
}
