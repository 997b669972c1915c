using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Reporting;
using CiAnon.Strategies;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon schema policy|report</c>: JSON Schemas, for editors and validators.</summary>
internal static class SchemaCommand
{
    public static Command Create(Session session)
    {
        var which = new Argument<string>("which") { Description = "policy or report." };
        OneOf.Require(which, ["policy", "report"]);
        var command = new Command("schema", "Print the JSON Schema of the policy file or of the report.") { which };
        command.SetAction(parsed =>
        {
            session.Out.Write(parsed.GetValue(which) == "policy" ? PolicySchema.Json(StrategyRegistry.All, Locales.All) : ReportJson.Schema());
            return (int)ExitCode.Done;
        });
        return command;
    }
}
