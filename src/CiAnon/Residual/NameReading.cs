using System.Runtime.InteropServices;

namespace CiAnon.Residual;

/// <summary>Where in a <see cref="NamePart"/> a way to write it stands.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameReading(int Start, int Length, int Words);
