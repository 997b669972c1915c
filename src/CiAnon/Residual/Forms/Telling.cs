namespace CiAnon.Residual.Forms;

/// <summary>How far a part of an original leads to its person.</summary>
internal enum Telling
{
    /// <summary>Many have it: it isn't looked for.</summary>
    Nothing,

    /// <summary>It may be an everyday word: it counts only where it stands alone, as a value or between a container's marks.</summary>
    Alone,

    /// <summary>It counts in every text.</summary>
    Anywhere,
}
