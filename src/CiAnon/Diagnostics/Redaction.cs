using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace CiAnon.Diagnostics;

/// <summary>
/// What may be said about a PostgreSQL error: its code, and names of schema objects. Its message, detail, hint, context and query are
/// never read but for a row number, because PostgreSQL quotes row values in all of them.
/// </summary>
public static partial class Redaction
{
    // P0001 and its class come from RAISE, which lets a function put anything into the fields for names.
    private const string RaisedByFunction = "P0";

    private static readonly Dictionary<string, string> Conditions = typeof(PostgresErrorCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(string))
        .GroupBy(field => (string)field.GetRawConstantValue()!)
        .ToDictionary(group => group.Key, group => SnakeCase(group.First().Name));

    /// <summary>Such as <c>unique_violation (23505) on table shop.customers, constraint customers_email_key, row 17</c>.</summary>
    public static string Describe(PostgresException failure)
    {
        var condition = $"{Conditions.GetValueOrDefault(failure.SqlState, "error")} ({failure.SqlState})";
        if (failure.SqlState.StartsWith(RaisedByFunction, StringComparison.Ordinal)) return condition;
        var place = CopyPlace().Match(failure.Where ?? "");
        var column = failure.ColumnName ?? Column(place);
        string?[] parts =
        [
            failure.TableName is { } table ? $"table {Qualified(failure.SchemaName, table)}" : null,
            column is not null ? $"column {column}" : null,
            failure.DataTypeName is { } type ? $"type {Qualified(failure.TableName is null ? failure.SchemaName : null, type)}" : null,
            failure.ConstraintName is { } constraint ? $"constraint {constraint}" : null,
            place.Success ? $"row {place.Groups["line"].Value}" : null,
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length > 0 ? $"{condition} on {said}" : condition;
    }

    /// <summary>The column whose value COPY couldn't read; null where it doesn't say.</summary>
    public static string? CopiedColumn(PostgresException failure) => Column(CopyPlace().Match(failure.Where ?? ""));

    private static string? Column(Match place) => place.Groups["column"].Success ? place.Groups["column"].Value : null;

    private static string Qualified(string? schema, string name) => schema is null ? name : $"{schema}.{name}";

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    // Anchored at the start, where only the server's own words can be: row values come after them, with line breaks of their own.
    [GeneratedRegex(
        """\A(?:JSON data, line [0-9]+: [^\n]*\n)?COPY [^\n:]+?, line (?<line>[0-9]+)(?:, column (?<column>[^\n:"]+)(?:: |\z)|:|\z|\n)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CopyPlace();
}
