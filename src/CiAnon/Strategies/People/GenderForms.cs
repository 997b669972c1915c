using CiAnon.Catalogs;
using CiAnon.Strategies.Fixed;

namespace CiAnon.Strategies.People;

/// <summary>What a column of genders or titles takes, as far as the plan can know it.</summary>
internal static class GenderForms
{
    private const string SayIt = "say how the column writes women and men, as values: [f, m]";

    /// <param name="values">The policy's words, women first; empty where it has none.</param>
    /// <param name="isTitle">The column holds titles.</param>
    /// <param name="problem">Set when the result is null.</param>
    public static GenderForm? Of(StrategyContext context, IReadOnlyList<string> values, bool isTitle, out string? problem)
    {
        problem = null;
        if (values.Count > 0) return Declared(context, values, out problem);
        if (context.Allowed is { } allowed) return Allowed(allowed, isTitle, out problem);
        if (context.Type.Kind != TypeKind.Text) problem = $"can't tell which {context.Type.Name} is a woman and which a man: {SayIt}";
        else if (isTitle) return Titled(context, out problem);
        return problem is null ? new GenderForm.Words(GenderVocabulary.Of(context.Locale, context.AsciiOnly), context.Type.MaxLength) : null;
    }

    private static GenderForm.Fixed? Declared(StrategyContext context, IReadOnlyList<string> values, out string? problem)
    {
        problem = values.Count == 2 && values[0] != values[1] ? null : "needs two values, the one for women first: values: [f, m]";
        foreach (var value in values)
        {
            problem ??= Literal.Problem(value, context);
            if (problem is null && ConstantCheck.Problem(value, context.Type) is { } mismatch) problem = $"writes '{value}', which {mismatch}";
            if (problem is null && context.Allowed?.Contains(value) == false) problem = $"writes '{value}', which the column doesn't allow";
        }
        return problem is null ? new GenderForm.Fixed(values[0], values[1]) : null;
    }

    // An enum type or a CHECK has both words: which ones, any language may say.
    private static GenderForm.Fixed? Allowed(IReadOnlyList<string> allowed, bool isTitle, out string? problem)
    {
        var pairs = isTitle
            ? Titles.All.Select(titles => (Woman: titles.Women.Select(In).FirstOrDefault(word => word is not null), Man: titles.Men.Select(In).FirstOrDefault(word => word is not null)))
            : GenderVocabulary.All.Select(row => (Woman: In(row.Woman), Man: In(row.Man)));
        var (woman, man) = pairs.FirstOrDefault(pair => pair.Woman is not null && pair.Man is not null);
        problem = woman is null || man is null ? $"can't tell which of the values that the column allows is a woman's and which a man's: {SayIt}" : null;
        return problem is null ? new GenderForm.Fixed(woman!, man!) : null;

        string? In(string word) => allowed.FirstOrDefault(one => one.TrimEnd('.').Equals(word.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
    }

    private static GenderForm.Title? Titled(StrategyContext context, out string? problem)
    {
        var titles = Titles.Find(context.Locale);
        problem = titles is null ? $"has no titles for locale '{context.Locale}': {SayIt.Replace("f, m", "Ms, Mr", StringComparison.Ordinal)}" : null;
        foreach (var title in titles is null ? [] : new[] { titles.Women[0], titles.Men[0] })
        {
            problem ??= Literal.Problem(title, context with { Type = context.Type with { MaxLength = null } });
            if (title.TrimEnd('.').Length > context.Type.MaxLength) problem ??= $"writes {title.TrimEnd('.').Length} characters, but {context.Type.Name} has room for {context.Type.MaxLength}";
        }
        return problem is null ? new GenderForm.Title(titles!.Women[0], titles.Men[0], context.Type.MaxLength) : null;
    }
}
