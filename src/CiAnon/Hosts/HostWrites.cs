using System.Text;

namespace CiAnon.Hosts;

/// <summary>How a host is told something: files first, then lines in the log that may speak of them. The head writes both.</summary>
public sealed record HostWrites(IReadOnlyList<HostFile> Files, IReadOnlyList<string> Lines)
{
    public static HostWrites None { get; } = new([], []);

    internal static HostWrites InLog(IEnumerable<string> lines) => new([], [.. lines]);

    internal static HostWrites InFile(string path, string text, bool append) => InFile(path, Encoding.UTF8.GetBytes(text), append);

    internal static HostWrites InFile(string path, ReadOnlyMemory<byte> content, bool append) => new([new HostFile(path, content, append)], []);
}
