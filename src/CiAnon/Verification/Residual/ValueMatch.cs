using System.Runtime.InteropServices;
using CiAnon.Strategies;

namespace CiAnon.Verification.Residual;

/// <summary>An original found in the value that is being scanned.</summary>
/// <param name="IsNumber">All digits: chance may explain it.</param>
/// <param name="IsWritten">A number with separators or a +, as nobody writes ids.</param>
/// <param name="Place">Outermost first, what was decoded to find it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ValueMatch(UInt128 Hash, PersonalKind Kind, bool IsNumber, bool IsWritten, Place Place);
