namespace CiAnon.Hosts;

/// <summary>A file that a host reads, and what it should hold.</summary>
/// <param name="Path">The full path; its folder may be missing.</param>
/// <param name="Content">Bytes of UTF-8.</param>
/// <param name="Append">Other steps write to it too.</param>
public sealed record HostFile(string Path, ReadOnlyMemory<byte> Content, bool Append);
