using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.People;

namespace CiAnon.Audits.Proposals;

/// <summary>The strategy for what stands under one name inside of values.</summary>
internal static class InnerChoice
{
    /// <summary>With more parts the values can't be told by them.</summary>
    public const int Most = 60;

    /// <summary>A part that so many values have is how they are made, and nobody's; of others a policy says nothing.</summary>
    public const double Common = 0.2;

    public static PathRule Rule(string path, string strategy, params (string Name, string Value)[] options) => Rule(path, new MaskChoice(strategy, options));

    public static PathRule Rule(string path, MaskChoice choice) => new(path, new InnerRule(path, StrategyRegistry.Find(choice.Strategy)!, new OptionValues(choice.Options)), null, Delete: false);

    /// <param name="texts">What stands there.</param>
    /// <param name="mayStay">Nothing else that stands there looks personal.</param>
    /// <param name="column">That holds the values.</param>
    public static PathRule OfTexts(string path, ColumnVerdict verdict, ColumnSample texts, bool mayStay, ColumnCase column) => verdict.Kind switch
    {
        PersonalKind.Email => Rule(path, column.Email),
        PersonalKind.Phone when !FictionalNumbers.HasOwn(column.Locale) && texts.WithoutDigit == 0 => Rule(path, "phone", ("format", "keep")),
        PersonalKind.Phone => Rule(path, "phone"),
        PersonalKind.Name => Rule(path, "name"),
        PersonalKind.FirstName => Rule(path, "first_name"),
        PersonalKind.LastName => Rule(path, "last_name"),
        PersonalKind.Address => Rule(path, "address"),
        PersonalKind.City => Rule(path, "city"),
        PersonalKind.Company => Rule(path, "company"),
        PersonalKind.Username => Rule(path, "username"),
        PersonalKind.Ip when Takes("ip", texts) => Rule(path, "ip"),
        PersonalKind.Account when Takes("iban", texts) => Rule(path, "iban"),
        PersonalKind.Card when Takes("card", texts) => Rule(path, "card"),
        PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account or PersonalKind.Card or PersonalKind.PostalCode when texts.WithoutDigit == 0 && !MaskChoices.IsLettered(texts) => Rule(path, "digits"),
        PersonalKind.Ip or PersonalKind.Device or PersonalKind.Token or PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account or PersonalKind.Card or PersonalKind.PostalCode => Rule(path, "hash"),
        null when mayStay && verdict is { IsSure: true, Seen.Count: 0 } => Rule(path, "keep"),
        null when CodeChoice.Of(path[(path.LastIndexOf('.') + 1)..], texts) is { } code => Rule(path, code),
        _ => Rule(path, "text"),
    };

    private static bool Takes(string strategy, ColumnSample texts) => SampleFit.Takes(new MaskChoice(strategy), new ColumnType("text", TypeKind.Text, "text"), texts);
}
