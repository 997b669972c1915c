using System.Reflection;

namespace CiAnon.Diagnostics;

/// <summary>
/// Every diagnostic there is, each in the file of its area (00 heads, 10-12 policy and plan, 30 dumps, 40 environment, 50 checks, 60 hosts' APIs).
/// docs/diagnostics.md is generated from it.
/// </summary>
public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode Bug = new("CIANON0070", Severity.Error, ExitCode.Bug,
        "A bug in ci-anon", "Nothing was published. Please report it with the stack trace that is printed; it carries no data.");

    public static readonly DiagnosticCode Cancelled = new("CIANON0130", Severity.Error, ExitCode.Cancelled,
        "Cancelled", "The run was interrupted by a signal. Nothing was published and the sandbox is gone.");

    /// <summary>All codes, by id.</summary>
    public static IReadOnlyList<DiagnosticCode> All => Table.Rows;

    // The order in which the parts of a partial class are initialized is undefined: a class of its own comes after all of them.
    private static class Table
    {
        public static readonly IReadOnlyList<DiagnosticCode> Rows =
        [
            .. typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.FieldType == typeof(DiagnosticCode))
                .Select(field => (DiagnosticCode)field.GetValue(null)!)
                .OrderBy(code => code.Id, StringComparer.Ordinal),
        ];
    }
}
