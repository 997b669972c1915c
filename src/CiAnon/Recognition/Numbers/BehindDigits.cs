namespace CiAnon.Recognition.Numbers;

/// <summary>What stands directly behind the first digits of a word: it decides how the number may go on.</summary>
internal enum BehindDigits
{
    /// <summary>The end of the text, or a byte with which no number goes on.</summary>
    Other,
    Letter,

    /// <summary>An underscore or a byte beyond ASCII.</summary>
    Word,
    Space,
    Dash,
    Point,
    Slash,
    Bracket,
}
