using CiAnon.Catalogs;
using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Shapes;

/// <summary>A text put together from what other columns of the row become.</summary>
public static class TemplateStrategy
{
    private static readonly OptionDefinition Text = new("text", OptionType.Text,
        "{column} is what another column of the row becomes, by its own rule; {column|lower}, upper, initial (its first character) and slug (lower-case ASCII letters and digits) change it; {{ is a brace",
        Required: true);

    public static readonly StrategyDefinition Definition = new(
        "template",
        "replaces a value by a text with the anonymized values of other columns in it",
        TypeKind.Text,
        [Text],
        new Guarantees(Deterministic: false, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "the text, cut to the column's room; NULL and the empty string leave nothing in their place", Reversible: false, Hides: null,
            LooksLike: [PersonalKind.Name, PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Username, PersonalKind.Email, PersonalKind.Address, PersonalKind.City, PersonalKind.Company]),
        new StrategyExample("Dr. Anna Müller", "a person of ours", new Dictionary<string, string> { ["text"] = "a person of ours" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var parts = TemplateGrammar.Read(context.Options[Text]!, out var problem);
        problem ??= Literal.Problem(context.Options[Text]!, context with { Type = context.Type with { MaxLength = null } });
        return problem is null ? new TemplateMask([.. parts!], context.Type.MaxLength) : Compilation.DoesNotFit(problem);
    }
}
