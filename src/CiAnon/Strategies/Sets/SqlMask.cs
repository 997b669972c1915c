using System.Text.RegularExpressions;

namespace CiAnon.Strategies.Sets;

/// <summary>An SQL expression and the columns that it speaks of.</summary>
/// <param name="expression">As the policy has it.</param>
/// <param name="timeout">Seconds for one piece of rows.</param>
/// <param name="names">The columns that are read, once the rows are known.</param>
internal sealed partial class SqlMask(string expression, int timeout, IReadOnlyList<string>? names = null, int[]? fields = null) : BatchMask
{
    /// <summary>What the column's own value is called, unless the table has another column of that name.</summary>
    public const string Value = "value";

    public string Expression => expression;

    public int Timeout => timeout;

    /// <summary>By <see cref="Reads"/>.</summary>
    public IReadOnlyList<string> Names => names ?? [];

    public override IReadOnlyList<int> Reads => fields ?? [];

    /// <summary>Columns that the expression may speak of: a name in it that is no column's costs nothing, PostgreSQL says what it doesn't know.</summary>
    public IReadOnlyList<string> Named(IEnumerable<string> columns)
    {
        var words = Words().Matches(expression).Select(match => match.Value[0] == '"' ? match.Value[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : match.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return [.. columns.Where(words.Contains)];
    }

    public override Mask For(RowShape row)
    {
        var read = Named(row.Columns);
        return new SqlMask(expression, timeout, read, [.. read.Select(row.FieldOf)]);
    }

    [GeneratedRegex("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
