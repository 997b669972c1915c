using CiAnon.Diagnostics;

namespace CiAnon.Tests;

public class DiagnosticTests
{
    [Fact]
    public void A_diagnostic_with_a_position_reads_as_IDEs_and_hosts_expect()
    {
        var diagnostic = new Diagnostic(DiagnosticCodes.Bug, "message", new SourcePosition("ci-anon.yml", 12, 7));
        Assert.Equal("ci-anon.yml(12,7): error CIANON0070: message", diagnostic.ToString());
    }

    [Fact]
    public void All_codes_of_all_areas_are_listed_once()
    {
        Assert.Contains(DiagnosticCodes.DumpCorrupt, DiagnosticCodes.All);
        Assert.Equal(DiagnosticCodes.All.Count, DiagnosticCodes.All.Select(code => code.Id).Distinct(StringComparer.Ordinal).Count());
    }
}
