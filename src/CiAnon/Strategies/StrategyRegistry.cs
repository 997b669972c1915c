using CiAnon.Strategies.Choices;
using CiAnon.Strategies.Containers;
using CiAnon.Strategies.Custom;
using CiAnon.Strategies.Encryption;
using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Ids;
using CiAnon.Strategies.Money;
using CiAnon.Strategies.Net;
using CiAnon.Strategies.Numbers;
using CiAnon.Strategies.People;
using CiAnon.Strategies.Places;
using CiAnon.Strategies.Secrets;
using CiAnon.Strategies.Sets;
using CiAnon.Strategies.Shapes;
using CiAnon.Strategies.Text;
using CiAnon.Strategies.Time;

namespace CiAnon.Strategies;

/// <summary>Every strategy there is.</summary>
public static class StrategyRegistry
{
    /// <summary>In the order of the documentation: decisions, fixed results, people, places, money, values, ids and net, secrets, texts of a form.</summary>
    public static IReadOnlyList<StrategyDefinition> All { get; } =
    [
        KeepStrategy.Definition,
        NullStrategy.Definition,
        EmptyStrategy.Definition,
        ConstantStrategy.Definition,
        RedactStrategy.Definition,
        HashStrategy.Definition,
        EmailStrategy.Definition,
        PhoneStrategy.Definition,
        FirstNameStrategy.Definition,
        LastNameStrategy.Definition,
        NameStrategy.Definition,
        AddressStrategy.Definition,
        CityStrategy.Definition,
        CoordinatesStrategy.Definition,
        CompanyStrategy.Definition,
        JobStrategy.Definition,
        UsernameStrategy.Definition,
        PersonStrategy.Definition,
        IbanStrategy.Definition,
        CardStrategy.Definition,
        TextStrategy.Definition,
        FreeTextStrategy.Definition,
        ChoiceStrategy.Definition,
        EnumStrategy.Definition,
        NoiseStrategy.Definition,
        RandomStrategy.Definition,
        BucketStrategy.Definition,
        DateStrategy.Definition,
        ShiftStrategy.Definition,
        DigitsStrategy.Definition,
        PermuteStrategy.Definition,
        EncryptStrategy.Definition,
        NationalIdStrategy.Definition,
        IpStrategy.Definition,
        MacStrategy.Definition,
        UrlStrategy.Definition,
        DomainStrategy.Definition,
        UserAgentStrategy.Definition,
        TokenStrategy.Definition,
        PasswordStrategy.Definition,
        BlobStrategy.Definition,
        JsonStrategy.Definition,
        ArrayStrategy.Definition,
        CompositeStrategy.Definition,
        HstoreStrategy.Definition,
        XmlStrategy.Definition,
        MaskStrategy.Definition,
        StringStrategy.Definition,
        PatternStrategy.Definition,
        TemplateStrategy.Definition,
        ShuffleStrategy.Definition,
        SqlStrategy.Definition,
        CommandStrategy.Definition,
        PluginStrategy.Definition,
    ];

    /// <summary>The strategy of that exact name, or null.</summary>
    public static StrategyDefinition? Find(string name) => All.FirstOrDefault(strategy => strategy.Name == name);
}
