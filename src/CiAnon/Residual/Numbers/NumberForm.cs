namespace CiAnon.Residual.Numbers;

/// <summary>How a number stands in the text: chance is reckoned apart, because few columns hold written ones by chance.</summary>
internal enum NumberForm
{
    /// <summary>No number.</summary>
    None,

    /// <summary>Digits only, as ids are.</summary>
    Bare,

    /// <summary>With separators or a +, as people write.</summary>
    Written,

    /// <summary>A date: one of few thousand days.</summary>
    Date,
}
