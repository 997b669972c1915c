namespace CiAnon.Stages.Prose;

/// <summary>How much of a name stands in a text.</summary>
internal enum NamePart
{
    Whole,
    First,
    Last,
}
