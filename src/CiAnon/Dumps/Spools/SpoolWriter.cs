using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Spools;

/// <summary>Writes a block into its spool as it is, and tells when all is written.</summary>
internal sealed class SpoolWriter(Spool spool, string path, Action written) : WriteOnlyStream
{
    private bool _isWritten;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            spool.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.NotWritable(path, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isWritten)
        {
            _isWritten = true;
            WriteErrors.Guard(path, written);
        }
        base.Dispose(disposing);
    }
}
