using System.CommandLine;
using CiAnon.Reporting.Languages;

namespace CiAnon.Cli.Commands;

/// <summary><c>--language</c>: what the report's page for people is written in.</summary>
internal static class LanguageOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--language")
        {
            HelpName = "CODE",
            Description = "What the report's HTML page is written in: en or de",
            DefaultValueFactory = static _ => ReportLanguage.English.Code,
        };
        OneOf.Require(option, [.. ReportLanguage.All.Select(language => language.Code)]);
        return option;
    }

    public static ReportLanguage Read(ParseResult parsed, Option<string> option) => ReportLanguage.Find(parsed.GetValue(option)!)!;
}
