namespace CiAnon.Stages.Selection;

/// <summary>What is known of a block's rows before any of them is loaded.</summary>
/// <param name="Bytes">Of the rows, not compressed.</param>
/// <param name="Hashes">Per key: one per row.</param>
/// <param name="Passed">Per condition: the numbers of the rows that it is true of, ascending.</param>
internal sealed record BlockKeys(int Rows, long Bytes, IReadOnlyList<LongList> Hashes, IReadOnlyList<LongList> Passed);
