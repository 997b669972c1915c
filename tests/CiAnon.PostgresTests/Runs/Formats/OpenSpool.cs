namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>The nameless files that another process has open below a folder, as /proc shows them.</summary>
internal sealed class OpenSpool(int process, string folder)
{
    /// <summary>What stands in them now; nothing when there is none.</summary>
    public byte[] Bytes() => [.. Directory.EnumerateFiles($"/proc/{process}/fd").Where(IsSpool).SelectMany(File.ReadAllBytes)];

    private bool IsSpool(string handle)
    {
        try
        {
            var target = File.ResolveLinkTarget(handle, returnFinalTarget: false)?.FullName ?? "";
            return target.StartsWith(folder, StringComparison.Ordinal) && target.Contains(".spool", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Closed meanwhile.
            return false;
        }
    }
}
