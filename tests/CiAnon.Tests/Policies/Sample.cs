using System.Text;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Policies;

/// <summary>A few strategies, and reading of a policy's text with them.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 7, 1);

    public static readonly IReadOnlyList<string> Locales = ["de", "en", "fr"];

    public static readonly IReadOnlyList<StrategyDefinition> Strategies =
    [
        Strategy("keep"),
        Strategy("null"),
        Strategy("email", new("domain", OptionType.Text, "Domain of the results.", "anon.example"), new OptionDefinition("seed", OptionType.Text, "Label.")),
        Strategy("phone", new OptionDefinition("format", OptionType.Choice, "Format.", "keep", Choices: ["keep", "e164"])),
        Strategy("noise", new OptionDefinition("range", OptionType.Range, "How far a value moves.", Required: true)),
        Strategy("fixed", new OptionDefinition("value", OptionType.Scalar, "The value.", Required: true)),
        Strategy("hash", new("length", OptionType.Integer, "Digits.", "16", Minimum: 8, Maximum: 64), new OptionDefinition("upper", OptionType.Boolean, "Upper case.", "false")),
        Strategy("shift", new OptionDefinition("from", OptionType.Date, "First day.")),
    ];

    public static PolicyReadResult Read(string yaml, params (string Name, string Value)[] environment) =>
        Read(Encoding.UTF8.GetBytes(yaml), environment);

    public static PolicyReadResult Read(byte[] yaml, params (string Name, string Value)[] environment)
    {
        var variables = environment.ToDictionary(pair => pair.Name, pair => pair.Value);
        return new PolicyReader(Strategies, Locales).Read("ci-anon.yml", yaml, name => variables.GetValueOrDefault(name), Today);
    }

    /// <summary>The policy of a text that has no error.</summary>
    public static Policy Policy(string yaml, params (string Name, string Value)[] environment)
    {
        var result = Read(yaml, environment);
        Assert.Empty(result.Diagnostics);
        return result.Policy!;
    }

    /// <summary>"line,column CODE" of everything that is wrong.</summary>
    public static IReadOnlyList<string> Places(string yaml, params (string Name, string Value)[] environment) =>
        [.. Read(yaml, environment).Diagnostics.Select(problem => $"{problem.Position!.Value.Line},{problem.Position.Value.Column} {problem.Code.Id}")];

    /// <summary>The one thing that is wrong.</summary>
    public static Diagnostic Problem(string yaml, params (string Name, string Value)[] environment)
    {
        var result = Read(yaml, environment);
        Assert.Null(result.Policy);
        return Assert.Single(result.Diagnostics);
    }

    private static StrategyDefinition Strategy(string name, params OptionDefinition[] options) =>
        new(name, $"Makes {name} of it.", default(TypeKind), options,
            new Guarantees(true, Uniqueness.No, true, false, false, "text", false, null, []),
            new StrategyExample("a", "b"),
            _ => Compilation.DoesNotFit("is a fake"));
}
