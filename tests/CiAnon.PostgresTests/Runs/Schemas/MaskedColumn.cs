using System.Globalization;
using CiAnon.Planning;
using CiAnon.Reporting.Sections;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>The values of one masked column, before and after, and what its strategy's definition promises of them.</summary>
internal sealed class MaskedColumn(string name, ColumnPlan plan, bool isPadded)
{
    private const string Null = "\\N";

    private readonly Dictionary<string, string> _pseudonyms = new(StringComparer.Ordinal);
    private long _nulls;
    private long _changed;
    private long _unchanged;
    private long _empty;

    public string Name => name;

    public ColumnPlan Plan => plan;

    /// <summary>Original values, neither NULL nor empty, and what they became.</summary>
    public IReadOnlyDictionary<string, string> Pseudonyms => _pseudonyms;

    public void Add(int row, string before, string after)
    {
        (before, after) = (Trim(before), Trim(after));
        if (before == Null && after == Null) _nulls++;
        else if (before != after) _changed++;
        else _unchanged++;
        if (before.Length == 0 && after.Length == 0) _empty++;

        if (before is Null or "")
        {
            Assert.True(before == after || ReplacesAbsent, $"{name}, row {row}: NULL or an empty string became something");
            return;
        }
        // A part that belongs to others of its row may be the original's by chance.
        if (plan.Strategy!.Guarantees.AlwaysChanges && !plan.Mask!.MayStay && !IsBoundless(before))
            Assert.True(before != after, $"{name}, row {row}: strategy {plan.Strategy.Name} left the value as it was");
        AssertResult(row, before, after);
        if (_pseudonyms.TryAdd(before, after)) return;
        if (plan.Strategy.Guarantees.Deterministic && plan.Mask!.Columns.Count == 0)
            Assert.True(_pseudonyms[before] == after, $"{name}, row {row}: the same value has two pseudonyms");
    }

    /// <summary>The report counts what is there.</summary>
    public void AssertCounts(CountSection? counts)
    {
        // Of a table whose rows lie in its partitions nothing is counted.
        if (counts is null) Assert.Equal(0, _nulls + _changed + _unchanged);
        else Assert.Equal((name, new CountSection(_nulls + _changed + _unchanged, _nulls, _changed, _unchanged, _empty)), (name, counts));
    }

    public void AssertAsASet()
    {
        if (plan.Strategy!.Guarantees.Uniqueness == Strategies.Uniqueness.Always)
            Assert.True(_pseudonyms.Values.Distinct().Count() == _pseudonyms.Count, $"{name}: different values became one");
        if (plan.Strategy.Name is "email" or "hash")
            Assert.False(_pseudonyms.Values.Any(_pseudonyms.ContainsKey), $"{name}: a pseudonym is another row's original");
    }

    private bool ReplacesAbsent => plan.Options.Given.GetValueOrDefault("nulls") == "replace";

    // What strategies promise that may leave a value as it was.
    private void AssertResult(int row, string before, string after)
    {
        var isAsPromised = plan.Strategy!.Name switch
        {
            "null" => after == Null,
            "empty" => after is "" or "{}" or "\\\\x",
            "constant" => _pseudonyms.Count == 0 || after == _pseudonyms.Values.First(),
            "redact" => after == plan.Options.Given.GetValueOrDefault("text", "[REDACTED]"),
            "date" when plan.Options.Given.GetValueOrDefault("truncate") is { } unit => IsTruncated(before, after, unit),
            _ => after is not (Null or ""),
        };
        Assert.True(isAsPromised, $"{name}, row {row}: not what strategy {plan.Strategy.Name} promises");
    }

    private static bool IsBoundless(string value) => value is "NaN" or "Infinity" or "-Infinity" or "infinity" or "-infinity";

    private static bool IsTruncated(string before, string after, string unit)
    {
        if (IsBoundless(before)) return after == before;
        var day = DateOnly.ParseExact(before[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var expected = new DateOnly(day.Year, unit == "year" ? 1 : day.Month, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return after[..10] == expected && (after.Length == 10 || after[10..].StartsWith(" 00:00:00", StringComparison.Ordinal));
    }

    private string Trim(string value) => isPadded ? value.TrimEnd(' ') : value;
}
