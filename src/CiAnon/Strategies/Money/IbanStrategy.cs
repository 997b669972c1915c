using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Money;

/// <summary>Account numbers that pass their check, and the codes of their banks.</summary>
public static class IbanStrategy
{
    private static readonly OptionDefinition Part = new("part", OptionType.Choice, "what the column holds of the account: its number, or its bank's code", "iban", Choices: ["iban", "bic"]);

    private static readonly OptionDefinition By = new("by", OptionType.Text,
        "the column that says whose account it is, by its original value: IBAN and BIC of the same value belong together in every table; where it isn't given, or NULL, the value itself says so");

    public static readonly StrategyDefinition Definition = new(
        "iban",
        "replaces an IBAN by another of the same country and form whose check digits are right, and a BIC by one that no bank has",
        TypeKind.Text,
        [Part, By, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: true, PreservesLength: true,
            "country and grouping as they were, bank and account drawn, ISO 13616 check digits; a country's own checks inside the number may fail, and the account may exist; a BIC is one for tests (ISO 9362: its eighth character is 0)",
            Reversible: false, Hides: PersonalKind.Account, LooksLike: [PersonalKind.Account]),
        new StrategyExample("DE89 3704 0044 0532 0130 00", "DE08 5511 1596 2667 0861 79"),
        context => context.Options[Part] == "bic" ? new BicMask(new SipHash(context.Key.Hash), context.Options[By]) : new IbanMask(new SipHash(context.Key.Hash), context.Options[By]))
    {
        // Many have the same bank.
        HidesBy = options => options[Part] == "bic" ? PersonalKind.Company : PersonalKind.Account,
    };
}
