namespace CiAnon.Recognition.Numbers;

/// <summary>What a recognizer says of the number that begins at a word of a text.</summary>
/// <param name="End">Where it ends; 0 when nothing has its shape.</param>
/// <param name="Passed">Shape and check digits are right; false when only the shape is.</param>
/// <param name="NeedsContext">It counts only with a word nearby or a column's name that speaks for it.</param>
internal readonly record struct NumberMatch(int End, bool Passed, bool NeedsContext)
{
    public static readonly NumberMatch None;

    /// <summary>Bytes before the word that belong to it: the name of a street, groups of an address.</summary>
    public int Lead { get; init; }
}
