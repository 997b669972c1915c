using System.Diagnostics;

namespace CiAnon.Tests.Reporting;

/// <summary>The reference validator of JSON Schema, from npm; installed below artifacts/npm when it isn't there.</summary>
public sealed class Ajv : IDisposable
{
    private const string Script = """
        const [schema, ...documents] = process.argv.slice(1);
        const fs = require('fs');
        const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));
        const ajv = new (require('ajv/dist/2020').default)({ strict: true, allowUnionTypes: true, allErrors: true });
        require('ajv-formats').default(ajv);
        const validate = ajv.compile(read(schema));
        for (const document of documents) console.log(validate(read(document)) ? 'valid' : validate.errors.map(error => error.keyword + ' ' + error.instancePath).join(', '));
        """;

    private static readonly Lock Installing = new();

    private readonly string _modules;
    private readonly string _folder = Directory.CreateTempSubdirectory("ajv-").FullName;

    public Ajv()
    {
        var prefix = Path.Combine(Root(), "artifacts", "npm");
        _modules = Path.Combine(prefix, "node_modules");
        // Several classes of tests want it at once.
        lock (Installing)
        {
            if (Directory.Exists(Path.Combine(_modules, "ajv-formats"))) return;
            Directory.CreateDirectory(prefix);
            Run("npm", "install", "--prefix", prefix, "--no-audit", "--no-fund", "--silent", "ajv@8", "ajv-formats@3");
        }
    }

    /// <summary>"valid", or keyword and place of every error; one per document.</summary>
    public IReadOnlyList<string> Validate(string schema, params string[] documents)
    {
        var schemaFile = Write("schema.json", schema);
        string[] files = [.. documents.Select((document, index) => Write($"{index}.json", document))];
        return Run("node", ["-e", Script, schemaFile, .. files]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.Environment["NODE_PATH"] = _modules;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} exited with {process.ExitCode}: {errors.Result}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CiAnon.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
