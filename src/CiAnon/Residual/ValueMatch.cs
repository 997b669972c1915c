using System.Runtime.InteropServices;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>An original found in the value that is being scanned.</summary>
/// <param name="Number">Of numbers and dates: chance may explain them.</param>
/// <param name="Place">Outermost first, what was decoded to find it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ValueMatch(UInt128 Hash, PersonalKind Kind, NumberForm Number, Place Place);
