using System.Runtime.InteropServices;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>A part of a text that names somebody.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte behind it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Form">What replaces it where no original is known; null where nothing does.</param>
/// <param name="Hash">The fingerprint of an original; zero where only the form speaks.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProseSpan(int Start, int End, PersonalKind Kind, ProseKind? Form, UInt128 Hash)
{
    /// <summary>Which part of the pseudonym replaces it.</summary>
    public NamePart Part { get; init; }

    public bool IsKnown => Hash != UInt128.Zero;

    /// <summary>The earlier one first, of two at the same place the longer one, of two equal ones the known one.</summary>
    public static int Compare(ProseSpan one, ProseSpan other)
    {
        if (one.Start != other.Start) return one.Start.CompareTo(other.Start);
        return one.End != other.End ? other.End.CompareTo(one.End) : other.IsKnown.CompareTo(one.IsKnown);
    }
}
