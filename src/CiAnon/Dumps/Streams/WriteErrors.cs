namespace CiAnon.Dumps.Streams;

/// <summary>Gives failures of the target's disk their code.</summary>
internal static class WriteErrors
{
    public static void Guard(string path, Action write) => Guard(path, () =>
    {
        write();
        return true;
    });

    public static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.NotWritable(path, e);
        }
    }
}
