using Microsoft.Win32.SafeHandles;

namespace CiAnon.Dumps;

/// <summary>Opens files of a dump; failures get their code.</summary>
internal static class DumpFile
{
    public static SafeFileHandle Open(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (FileNotFoundException)
        {
            throw DumpErrors.NotFound(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.Unreadable(path, e);
        }
    }
}
