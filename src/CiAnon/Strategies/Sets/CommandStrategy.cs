using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Sets;

/// <summary>A program of the team's, fed with rows over pipes.</summary>
public static class CommandStrategy
{
    private static readonly OptionDefinition Command = new("command", OptionType.List,
        "the program and its arguments: [./mask.py, --short]; with a slash it is relative to the policy's folder, without one it is searched on the search path", Required: true);

    private static readonly OptionDefinition Read = new("columns", OptionType.List, "other columns of the row that the program gets, as originals");

    private static readonly OptionDefinition Format = new("format", OptionType.Choice,
        "how rows and answers are written; csv: a header line first, value and the columns' names in rows, value in answers; nothing is NULL, \"\" the empty string, as in PostgreSQL's COPY", "ndjson", Choices: ["ndjson", "csv"]);

    private static readonly OptionDefinition Timeout = new("timeout", OptionType.Integer, "seconds that the program may take for one piece, half a megabyte of rows", "60", Minimum: 1, Maximum: 3600);

    public static readonly StrategyDefinition Definition = new(
        "command",
        "replaces a value by what a program of the policy's makes of it, fed with JSON lines or CSV over pipes",
        TypeKind.Any,
        [Command, Read, Format, Timeout],
        new Guarantees(Deterministic: false, Uniqueness.Declared, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "the program's answer: for every line {\"value\": \"Anna\", \"row\": {\"city\": null}} that it reads, it writes one JSON text or null, in the same order, and ends with 0", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("Anna", "nobody", new Dictionary<string, string> { ["command"] = "[\"sed\",\"s/.*/\\\"nobody\\\"/\"]" }),
        Compile)
    {
        IsForeign = true,
    };

    private static Compilation Compile(StrategyContext context)
    {
        if (context.AsciiOnly) return Compilation.DoesNotFit("needs a dump in UTF-8: pg_dump --encoding=UTF8 writes one");
        var command = context.Options.List(Command);
        if (command[0].Length == 0) return Compilation.DoesNotFit("has an empty program under 'command'");
        return new Compilation(new CommandMask(command, context.Options.List(Read), context.Options[Format] == "csv", (int)context.Options.Integer(Timeout)!.Value), null)
        {
            Publishes = $"made by a program of the policy's ({command[0]})",
        };
    }
}
