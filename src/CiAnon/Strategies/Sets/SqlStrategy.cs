using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Sets;

/// <summary>An expression over the row's columns, evaluated by the sandbox's PostgreSQL.</summary>
public static class SqlStrategy
{
    private static readonly OptionDefinition Expression = new("expression", OptionType.Text,
        "an SQL expression: value is the column's own original, other columns of the row go by their names, as originals too; it has the database's functions, and reads no table", Required: true);

    private static readonly OptionDefinition Timeout = new("timeout", OptionType.Integer, "seconds that the rows of one piece may take, half a megabyte of them", "60", Minimum: 1, Maximum: 3600);

    public static readonly StrategyDefinition Definition = new(
        "sql",
        "replaces a value by what an SQL expression makes of the row's values, without a table that holds them",
        TypeKind.Any,
        [Expression, Timeout],
        new Guarantees(Deterministic: false, Uniqueness.Declared, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "what the expression gives, cast to the column's type, NULL included; deterministic where PostgreSQL calls the expression immutable, which plan and report say", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("Anna", "A.", new Dictionary<string, string> { ["expression"] = "left(value, 1) || '.'" }),
        context => context.AsciiOnly
            ? Compilation.DoesNotFit("needs a dump in UTF-8: pg_dump --encoding=UTF8 writes one")
            : new Compilation(new SqlMask(context.Options[Expression]!, (int)context.Options.Integer(Timeout)!.Value), null) { Publishes = "made by an expression of the policy's" })
    {
        IsForeign = true,
    };
}
