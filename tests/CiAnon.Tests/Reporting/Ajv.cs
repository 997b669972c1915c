namespace CiAnon.Tests.Reporting;

/// <summary>The reference validator of JSON Schema, from npm.</summary>
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

    private readonly string _modules = NpmPackage.Modules("ajv-formats", "3");
    private readonly string _folder = Directory.CreateTempSubdirectory("ajv-").FullName;

    /// <summary>"valid", or keyword and place of every error; one per document.</summary>
    public IReadOnlyList<string> Validate(string schema, params string[] documents)
    {
        var schemaFile = Write("schema.json", schema);
        string[] files = [.. documents.Select((document, index) => Write($"{index}.json", document))];
        return NpmPackage.Node(_modules, Script, [schemaFile, .. files]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
