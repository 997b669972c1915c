using CiAnon.Diagnostics;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies;

/// <summary>
/// A file of Confiture's <c>db/environments/</c>: where a database is, with <c>${VARS}</c> from the environment. A password that is written
/// into the file is an error.
/// </summary>
/// <param name="Parts">Words of libpq with their values.</param>
/// <param name="StatementTimeout">In seconds; null when the file doesn't say.</param>
/// <param name="IsReadOnly">The file says that nobody may write there.</param>
public sealed record EnvironmentFile(IReadOnlyList<(string Word, string? Value)> Parts, int? StatementTimeout, bool IsReadOnly)
{
    // Of a pool, whose size is given for Confiture, there is none.
    private static readonly string[] Ignored = ["pool_size", "max_overflow", "statement_timeout", "readonly"];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["host"] = "host",
        ["port"] = "port",
        ["database"] = "dbname",
        ["user"] = "user",
        ["password"] = "password",
        ["ssl_mode"] = "sslmode",
        ["ssl_cert"] = "sslcert",
        ["ssl_key"] = "sslkey",
        ["ssl_root_cert"] = "sslrootcert",
        ["connect_timeout"] = "connect_timeout",
    };

    /// <param name="environment">Gives variables by name, null when not set.</param>
    /// <exception cref="CiAnonException">Codes of policies: it can't be read, or says what isn't understood.</exception>
    public static EnvironmentFile Read(string path, Func<string, string?> environment)
    {
        if (!File.Exists(path))
            throw new CiAnonException(DiagnosticCodes.PolicyNotFound, $"{path} doesn't exist: name the variables of both connection strings with --source-env and --target-env, or write the file");
        var problems = new PolicyProblems();
        var text = PolicyText.Decode(path, File.ReadAllBytes(path), problems);
        var written = text is null ? null : YamlTree.Parse(path, text, problems.Add);
        var values = written is YamlMapping mapping ? Values((YamlMapping)new Interpolation(environment, problems.Add).Apply(mapping), problems) : null;
        if (values is null && !problems.Any) problems.Add(DiagnosticCodes.WrongPolicyType, new(path, 1, 1), "an environment is a mapping of host, port, database, user and password");
        if (problems.Any || values is null) throw new CiAnonException(problems.InOrder);
        return new([.. Words.Select(word => (word.Value, values.GetValueOrDefault(word.Key)))],
            int.TryParse(values.GetValueOrDefault("statement_timeout"), out var seconds) ? seconds : null, values.GetValueOrDefault("readonly") == "true");
    }

    private static Dictionary<string, string> Values(YamlMapping mapping, PolicyProblems problems)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Entries)
        {
            if (!Words.ContainsKey(key.Written) && !Ignored.Contains(key.Written))
                problems.Add(DiagnosticCodes.UnknownPolicyKey, key.At, $"an environment has no key {key.Quoted}{key.Suggest(Words.Keys.Concat(Ignored))}");
            else if (value is YamlScalar { Text: null, IsInterpolated: true })
                continue; // The variable that isn't set was told.
            else if (value is not YamlScalar { Text: { } scalar } text)
                problems.WrongType(value, key.Quoted, "a value");
            else if (key.Written == "password" && !text.IsInterpolated)
                problems.Add(DiagnosticCodes.SecretInPolicy, value.At, "a password doesn't belong into a file: write ${NAME}, and give the variable");
            else
                values[key.Written] = scalar;
        }
        return values;
    }
}
