using System.Runtime.InteropServices;

namespace CiAnon.Dumps.Blocks;

/// <summary>A large object of a BLOBS block; read the content to its end before asking for the next.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LargeObject(uint Oid, Stream Content);
