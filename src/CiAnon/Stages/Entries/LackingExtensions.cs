using CiAnon.Sandboxes;

namespace CiAnon.Stages.Entries;

/// <summary>Extensions that a sandbox couldn't create, and what to do about it.</summary>
/// <param name="major">Of its PostgreSQL.</param>
internal sealed class LackingExtensions(int major)
{
    private readonly List<string> _absent = [];
    private readonly List<string> _refused = [];

    public bool Any => _absent.Count + _refused.Count > 0;

    /// <param name="isThere">It is installed, and can't be created as the server was started.</param>
    public void Add(string extension, bool isThere) => (isThere ? _refused : _absent).Add(extension);

    /// <summary>Where none is known to be lacking, something else of a package's is.</summary>
    public string HowToHave
    {
        get
        {
            var packages = _absent.Select(extension => ExtensionPackages.Find(extension, major)).OfType<string>().Distinct().ToList();
            var install = packages.Count > 0 ? $"install {string.Join(" and ", packages)} (Debian's names)" : $"install the package that has it for PostgreSQL {major}";
            var without = Any ? $", or do without it where no masked column needs it: {string.Join(" ", _absent.Concat(_refused).Select(extension => $"--without-extension {extension}"))}" : "";
            var preload = $"lend a server that loads {string.Join(" and ", _refused)} when it starts (shared_preload_libraries) with --sandbox-connection-env";
            return $"{(_absent.Count > 0 || _refused.Count == 0 ? $"{install}, take an image whose PostgreSQL has it, or name such a one with --postgres-bin" : preload)}{without}";
        }
    }
}
