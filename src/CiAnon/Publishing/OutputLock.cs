using CiAnon.Diagnostics;

namespace CiAnon.Publishing;

/// <summary>
/// One run at a time may write to an output: two would share the partial file, and one could publish what the other has not proven yet.
/// The lock is the operating system's and ends with the process, however that ends.
/// </summary>
public sealed class OutputLock : IDisposable
{
    private readonly FileStream _file;

    private OutputLock(FileStream file) => _file = file;

    /// <exception cref="CiAnonException">CIANON2008: another run has it.</exception>
    public static OutputLock Take(string path)
    {
        try
        {
            return new OutputLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new CiAnonException(DiagnosticCodes.OutputInUse, $"another run is writing to the same output ({exception.Message}): wait for it, or give another --output");
        }
    }

    public void Dispose()
    {
        // Removed while it is held: nobody can take it in between.
        File.Delete(_file.Name);
        _file.Dispose();
    }
}
