using System.Globalization;
using System.Text.RegularExpressions;
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
public sealed partial record EnvironmentFile(IReadOnlyList<(string Word, string? Value)> Parts, int? StatementTimeout, bool IsReadOnly)
{
    private const string ReadOnlyKey = "readonly";
    private const string StatementTimeoutKey = "statement_timeout";

    // Of a pool, whose size is given for Confiture, there is none.
    private static readonly string[] Ignored = ["pool_size", "max_overflow", StatementTimeoutKey, ReadOnlyKey];
    private static readonly string[] Numbers = ["port", "connect_timeout", StatementTimeoutKey];

    // Confiture reads YAML 1.1, in which these are true and false.
    private static readonly string[] True = ["true", "yes", "on"];
    private static readonly string[] False = ["false", "no", "off"];

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
            values.TryGetValue(StatementTimeoutKey, out var seconds) ? Number(seconds) : null, values.TryGetValue(ReadOnlyKey, out var isReadOnly) && Is(True, isReadOnly));
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
            else if (key.Written == "password" && !Variable().IsMatch(text.Written))
                problems.Add(DiagnosticCodes.SecretInPolicy, value.At, "a password doesn't belong into a file: write ${NAME}, and give the variable");
            else if (Numbers.Contains(key.Written) && Number(scalar) is null)
                problems.Add(DiagnosticCodes.WrongPolicyType, value.At, $"{key.Quoted} takes a whole number");
            else if (key.Written == ReadOnlyKey && !Is(True, scalar) && !Is(False, scalar))
                problems.Add(DiagnosticCodes.WrongPolicyType, value.At, $"{key.Quoted} takes true or false");
            else
                values[key.Written] = scalar;
        }
        return values;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Is(string[] words, string text) => words.Contains(text, StringComparer.OrdinalIgnoreCase);

    // A default beside the name, or a text around it, would be part of a password.
    [GeneratedRegex(@"\A\$\{[A-Za-z_][A-Za-z0-9_]*\}\z", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
