namespace CiAnon.Dumps.Streams;

/// <summary>A private file that loses its name as soon as it is open: its bytes go with the process, however that ends.</summary>
internal static class NamelessFile
{
    public static FileStream Create(string folder)
    {
        var path = System.IO.Path.Combine(folder, $".ci-anon-{Guid.NewGuid():N}.spool");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }
}
