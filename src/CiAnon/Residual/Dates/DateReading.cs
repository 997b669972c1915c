using System.Runtime.InteropServices;

namespace CiAnon.Residual.Dates;

/// <summary>What a text may say as a date.</summary>
/// <param name="Day">Its number; negative when the text is no date.</param>
/// <param name="Other">Another reading, month before day; negative when there is none.</param>
/// <param name="IsNamed">The month is a word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateReading(int Day, int Other = -1, bool IsNamed = false)
{
    public static readonly DateReading None = new(-1);

    public bool IsNone => Day < 0 && Other < 0;
}
