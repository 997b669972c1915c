using System.Text.RegularExpressions;

namespace CiAnon.Tests;

/// <summary>Who may know whom (docs/design.md, section 4), read from the source: using directives and qualified names.</summary>
public partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    // Each room of the engine and the rooms that it may know. What isn't listed may be known by nobody but the run itself.
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Diagnostics"] = [],
        ["Keys"] = [],
        ["Hosts"] = [],
        ["Catalogs"] = [],
        ["Strategies"] = ["Catalogs", "Keys", "Diagnostics"],
        ["Copy"] = ["Strategies"],
        ["Outside"] = ["Strategies"],
        ["Recognition"] = ["Catalogs", "Strategies", "Copy"],
        ["Discovery"] = ["Recognition", "Catalogs", "Strategies", "Copy"],
        ["Policies"] = ["Strategies", "Diagnostics"],
        ["Planning"] = ["Policies", "Catalogs", "Discovery", "Recognition", "Strategies", "Keys", "Copy", "Diagnostics"],
        ["Dumps"] = ["Catalogs", "Diagnostics"],
        ["Sandboxes"] = ["Catalogs", "Diagnostics"],
        ["Residual"] = ["Recognition", "Catalogs", "Strategies", "Copy", "Keys"],
        ["Tables"] = ["Sandboxes", "Dumps", "Planning", "Policies", "Catalogs", "Strategies", "Copy", "Diagnostics"],
        ["Verification"] = ["Tables", "Residual", "Sandboxes", "Dumps", "Planning", "Policies", "Catalogs", "Discovery", "Recognition", "Strategies", "Keys", "Copy", "Diagnostics"],
        ["Stages"] = ["Verification", "Tables", "Residual", "Sandboxes", "Outside", "Dumps", "Planning", "Policies", "Catalogs", "Discovery", "Recognition", "Strategies", "Keys", "Copy", "Diagnostics"],
        ["Reporting"] = ["Stages", "Verification", "Tables", "Residual", "Sandboxes", "Dumps", "Planning", "Policies", "Discovery", "Recognition", "Strategies", "Keys", "Hosts", "Diagnostics"],
        ["Audits"] = ["Stages", "Tables", "Outside", "Publishing", "Planning", "Policies", "Catalogs", "Discovery", "Recognition", "Strategies", "Copy", "Dumps", "Sandboxes", "Reporting", "Keys", "Diagnostics"],
        ["Clusters"] = ["Audits", "Publishing", "Reporting", "Stages", "Verification", "Tables", "Sandboxes", "Dumps", "Planning", "Policies", "Catalogs", "Recognition", "Keys", "Hosts", "Diagnostics"],
        ["Publishing"] = ["Reporting", "Hosts", "Dumps", "Diagnostics"],
        ["Live"] = ["Clusters", "Audits", "Publishing", "Reporting", "Stages", "Verification", "Tables", "Sandboxes", "Dumps", "Planning", "Policies", "Catalogs", "Recognition", "Keys", "Hosts", "Diagnostics"],
    };

    public static TheoryData<string> Rooms => [.. Directory.GetDirectories(Path.Combine(Root, "src", "CiAnon")).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj"))];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_those_below_it(string room)
    {
        Assert.Contains(room, MayKnow.Keys);
        var known = Files(room).SelectMany(file => OwnRooms().Matches(file.Text).Concat(Inside().Matches(file.Text)).Select(match => (file.Name, Room: match.Groups["room"].Value)))
            .Where(pair => pair.Room != room && !MayKnow[room].Contains(pair.Room));
        Assert.Empty(known);
    }

    // Whoever looks for a behaviour reads names: of more than these, nobody does.
    [Fact]
    public void No_folder_has_more_than_thirty_files_of_code()
    {
        var folders = new[] { "src", "tests", "benchmarks", "samples" }.SelectMany(top => Directory.GetDirectories(Path.Combine(Root, top), "*", SearchOption.AllDirectories))
            .Where(folder => !folder.Contains("/bin", StringComparison.Ordinal) && !folder.Contains("/obj", StringComparison.Ordinal)).ToList();
        Assert.True(folders.Count > 100);
        Assert.Empty(folders.Where(folder => Directory.GetFiles(folder, "*.cs").Length > 30).Select(folder => Path.GetRelativePath(Root, folder)));
    }

    [Fact]
    public void No_two_rooms_know_each_other()
    {
        // Rooms leave once they know only such as have left: who knows in a circle stays.
        var left = new HashSet<string>();
        while (MayKnow.Where(room => !left.Contains(room.Key) && room.Value.All(left.Contains)).Select(room => room.Key).ToList() is { Count: > 0 } free) left.UnionWith(free);
        Assert.Equal(MayKnow.Keys.Order(), left.Order());
    }

    [Theory]
    [InlineData("Copy")]
    [InlineData("Strategies")]
    [InlineData("Keys")]
    [InlineData("Catalogs")]
    [InlineData("Planning")]
    [InlineData("Hosts")]
    public void Pure_rooms_know_no_connection_file_or_process(string room) =>
        Assert.Empty(Files(room).Where(file => Outside().IsMatch(file.Text)).Select(file => file.Name));

    [Fact]
    public void Only_rooms_that_work_in_the_sandbox_speak_to_postgres() =>
        Assert.Equal(["Diagnostics/Redaction.cs"], Uses(NpgsqlNames(), "Sandboxes", "Stages", "Verification", "Tables"));

    [Fact]
    public void Only_the_sandbox_opens_connections() => Assert.Empty(Uses(OpensConnections(), "Sandboxes"));

    [Fact]
    public void Only_the_sandbox_the_question_to_git_encryption_and_programs_of_policies_start_processes() =>
        Assert.Equal(["Outside/TeamProgram.cs", "Publishing/Encryption/EncryptionProgram.cs", "Publishing/GitWorkTree.cs"], Uses(StartsProcesses(), "Sandboxes"));

    [Fact]
    public void Only_publishing_speaks_to_other_machines() => Assert.Empty(Uses(Network(), "Publishing"));

    [Fact]
    public void Only_heads_touch_the_console_and_the_process_environment() => Assert.Empty(Uses(Process()));

    [Fact]
    public void Heads_know_the_engine_and_the_engine_knows_no_head() =>
        Assert.Empty(Uses(Heads()));

    private static IEnumerable<string> Uses(Regex what, params string[] except) =>
        Rooms.Select(row => row.Data).Except(except).Append("").SelectMany(Files).Where(file => what.IsMatch(file.Text)).Select(file => file.Name).Order(StringComparer.Ordinal);

    // Stages.Selection.SqlCondition: a room inside of another, named without using it.
    private static Regex Inside() => new($@"(?<![\w.])(?:{string.Join('|', MayKnow.Keys.SelectMany(room => Directory.GetDirectories(Path.Combine(Root, "src", "CiAnon", room), "*", SearchOption.TopDirectoryOnly)
        .Select(inside => $"(?<room>{room})\\.{Path.GetFileName(inside)}")))})\.[A-Z]");

    // "" is the engine's own folder: the run and its options.
    private static IEnumerable<(string Name, string Text)> Files(string room) =>
        Directory.GetFiles(Path.Combine(Root, "src", "CiAnon", room), "*.cs", room.Length == 0 ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(Path.Combine(Root, "src", "CiAnon"), file), Comments().Replace(File.ReadAllText(file), "")));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CiAnon.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\bCiAnon\.(?<room>[A-Z]\w+)")]
    private static partial Regex OwnRooms();

    [GeneratedRegex(@"\bNpgsql|\bFile\.|\bDirectory\.(?!Name)|\bFileStream\b|\bProcess\.|\bSystem\.(Net\.\w|Diagnostics)")]
    private static partial Regex Outside();

    [GeneratedRegex(@"\bNpgsql|\bPostgresException\b")]
    private static partial Regex NpgsqlNames();

    [GeneratedRegex(@"new NpgsqlConnection\b|NpgsqlDataSource|\.Open\(\);")]
    private static partial Regex OpensConnections();

    [GeneratedRegex(@"\bProcess\.Start\b|\bProcessStartInfo\b")]
    private static partial Regex StartsProcesses();

    [GeneratedRegex(@"\bSystem\.Net\.Http\b|\bHttp[A-Z]\w+\b|\bTcpClient\b|\bWebRequest\b|\bPublishing\.GitHub\b")]
    private static partial Regex Network();

    [GeneratedRegex(@"\bConsole\.|\bEnvironment\.(GetEnv|SetEnv|Exit)")]
    private static partial Regex Process();

    [GeneratedRegex(@"\bCiAnon\.(Cli|MSBuild)\b|System\.CommandLine|Spectre")]
    private static partial Regex Heads();
}
