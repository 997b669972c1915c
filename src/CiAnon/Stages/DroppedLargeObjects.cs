using CiAnon.Copy;
using CiAnon.Dumps;

namespace CiAnon.Stages;

/// <summary>Reads the dump's large objects to their end, though none of them stays.</summary>
internal static class DroppedLargeObjects
{
    /// <exception cref="Diagnostics.CiAnonException">CIANON3nnn: they are damaged.</exception>
    public static void Read(Dump dump, CancellationToken cancellation)
    {
        var buffer = new byte[CopyBuffer.DefaultCapacity];
        foreach (var entry in dump.Toc.Where(entry => entry.IsLargeObjects))
        {
            using var contents = dump.OpenData(entry);
            while (contents.Read(buffer) > 0) cancellation.ThrowIfCancellationRequested();
        }
    }
}
