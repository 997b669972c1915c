using System.Runtime.InteropServices;

namespace CiAnon.Dumps.Contents;

/// <summary>A string of the archive as a place in its bytes; a negative length is null.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawText(int Start, int Length)
{
    public bool IsNull => Length < 0;
}
