namespace CiAnon.Sandboxes;

/// <summary>What the machine, or the container's limit, offers; bytes.</summary>
internal static class Machine
{
    public static long Memory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>Memory that can be taken without pushing others out: the least of what the kernel and the container's limit say.</summary>
    public static long AvailableMemory => Math.Min(Math.Min(Memory, KernelSays), ContainerSays);

    private static long KernelSays
    {
        get
        {
            const string source = "/proc/meminfo";
            if (!File.Exists(source)) return 0;
            var words = File.ReadLines(source).FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal))
                ?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words is not null && long.TryParse(words[1], out var kilobytes) ? kilobytes * 1024 : 0;
        }
    }

    private static long ContainerSays =>
        Number("/sys/fs/cgroup/memory.max") is { } limit && Number("/sys/fs/cgroup/memory.current") is { } used
            ? Math.Max(0, limit - used)
            : long.MaxValue;

    private static long? Number(string file) =>
        File.Exists(file) && long.TryParse(File.ReadAllText(file), out var number) ? number : null;
}
