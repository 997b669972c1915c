using CiAnon.Reporting;
using CiAnon.Reporting.Sections;

namespace CiAnon.Tests.Reporting;

/// <summary>The headline says what was measured, and never that the result is anonymous.</summary>
public class HeadlineTests
{
    [Fact]
    public void Kept_record_numbers_and_single_rows_stand_in_it() =>
        Assert.Equal("Passed: direct identifiers replaced; pseudonymous record numbers kept in 2 columns; smallest group 1",
            Title(With(Column("patient_no", "kept", "record-number"), Column("case_no", "structural", "record-number"))));

    [Fact]
    public void A_run_that_measured_no_group_says_so() =>
        Assert.Equal("Passed: direct identifiers replaced; groups not measured", Title(ReportSamples.Passed() with { Anonymity = [] }));

    [Fact]
    public void A_kept_identifier_isnt_called_replaced() =>
        Assert.StartsWith("Passed: direct identifiers kept in 1 column, replaced in 8;", Title(With(Column("owner_email", "kept", "email"))));

    [Fact]
    public void Identifiers_of_rows_that_are_left_out_are_not_kept()
    {
        var passed = ReportSamples.Passed();
        var left = passed.Tables[0] with { Rows = "none", Columns = [Column("email", "kept", "email")] };
        Assert.StartsWith("Passed: direct identifiers replaced;", Title(passed with { Tables = [.. passed.Tables, left] }));
    }

    [Fact]
    public void A_policy_that_replaces_nothing_is_told_so() =>
        Assert.StartsWith("Passed: nothing replaced;", Title(ReportSamples.Bare()));

    [Fact]
    public void A_key_that_was_kept_stands_in_it() => Assert.Contains("; linkable by whoever holds the key;", Title(ReportSamples.Pseudonymized()), StringComparison.Ordinal);

    [Fact]
    public void A_dump_that_was_made_before_isnt_called_replaced() =>
        Assert.StartsWith("Passed: a dump made before, judged as it is;", Title(ReportSamples.Passed() with { Mode = ReportMode.Verified }));

    private static string Title(ComplianceReport report) => Verdict.Title(report);

    private static ComplianceReport With(params ColumnSection[] columns)
    {
        var passed = ReportSamples.Passed();
        return passed with { Tables = [.. passed.Tables, passed.Tables[0] with { Name = "patients", Columns = columns }] };
    }

    private static ColumnSection Column(string name, string decision, string kind) => new(name, "text", decision, "keep", null, null, null, null) { Kind = kind };
}
