using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.People;

/// <summary>What a column shows of an invented person.</summary>
/// <param name="Women">First names; the same as <paramref name="Men"/> where the locale's aren't told apart.</param>
/// <param name="FamilyFirst">A whole name begins with the last name.</param>
/// <param name="Form">How genders or titles are written; null for other parts.</param>
/// <param name="By">The column that says who it is; null where the value itself does.</param>
/// <param name="Room">Characters that names may take.</param>
/// <param name="Width">Characters that the column has room for; null for any number.</param>
internal sealed record PersonShape(
    SipHash Hash, Pool Women, Pool Men, Pool Last, bool FamilyFirst, string Part, GenderForm? Form, string? By, string Domain, int Digits, int Room, int? Width)
{
    /// <summary>The column may not have a value twice.</summary>
    public bool IsUnique { get; init; }
}
