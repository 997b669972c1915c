using CiAnon.Diagnostics;

namespace CiAnon.Publishing;

/// <summary>
/// A file that only grows, by one line per run. The file is locked while a line is written, and a line is one write: runs at the same
/// time never mix their lines. A line that a crash left unfinished is ended first, so that it spoils no other.
/// </summary>
internal static class AuditLog
{
    private const int MostTries = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="line">JSON without line breaks.</param>
    /// <exception cref="CiAnonException">CIANON2009: the line can't be written.</exception>
    public static void Append(string path, byte[] line)
    {
        try
        {
            using var file = Lock(path);
            var isTorn = file.Length > 0 && LastByte(file) != '\n';
            byte[] text = [.. isTorn ? "\n"u8 : [], .. line, (byte)'\n'];
            file.Seek(0, SeekOrigin.End);
            file.Write(text);
            file.Flush(flushToDisk: true);
            FileOwner.HandOver(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CiAnonException(DiagnosticCodes.AuditLogNotWritten, $"the audit log {path} can't be written: {exception.Message}; nothing was published", cause: exception);
        }
    }

    private static int LastByte(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte();
    }

    // Without a buffer: what is written goes out in one piece.
    private static FileStream Lock(string path)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (tries < MostTries && File.Exists(path))
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
