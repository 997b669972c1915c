namespace CiAnon.PostgresTests;

/// <summary>A data folder that no server ever ran on.</summary>
internal sealed class DataFolder(PostgresTools tools, string path)
{
    public PostgresTools Tools { get; } = tools;

    public string Path { get; } = path;

    /// <summary>Whether a server runs on a copy.</summary>
    public bool IsTaken { get; set; }
}
