using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Containers;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.People;

namespace CiAnon.Strategies.Net;

/// <summary>Addresses on the web, part by part.</summary>
public static class UrlStrategy
{
    private static readonly OptionDefinition Host = new("host", OptionType.Choice,
        "replace: a keyed name below 'domain', the same for the same host; keep: as it is", "replace", Choices: ["replace", "keep"]);

    private static readonly OptionDefinition Path = new("path", OptionType.Choice,
        "replace: every segment by 8 hexadecimal digits; keep: as it is; drop: nothing is left", "replace", Choices: ["replace", "keep", "drop"]);

    private static readonly OptionDefinition Query = new("query", OptionType.Choice,
        "replace: names stay and every value becomes 8 hexadecimal digits; keep: as it is; drop: nothing is left", "replace", Choices: ["replace", "keep", "drop"]);

    private static readonly OptionDefinition Parameters = new("parameters", OptionType.Parts,
        "what happens to which parameter of the query, whatever 'query' says of all others: a strategy's name, a mapping with strategy and options, keep, delete, or { set: TEXT }");

    private static readonly OptionDefinition Domain = new("domain", OptionType.Text, "what the hosts' names end with", "anon.example");

    public static readonly StrategyDefinition Definition = new(
        "url",
        "replaces the parts of a web address: host, path and the values of its query; user, password and fragment are always left out",
        TypeKind.Text,
        [Host, Path, Query, Parameters, Domain, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "an address of the same scheme and depth; what is kept is published", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("https://shop.example/orders/173?mail=anna%40x.example", "https://e7c117ee.anon.example/d5ce485c/5e858d8d?mail=d4d9570d"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var (host, path, query) = (context.Options[Host]!, context.Options[Path]!, context.Options[Query]!);
        var parameters = context.Options[Parameters] is { } given ? PathsOption.Parse(given)! : [];
        if ((host, path, query, parameters.Count) == ("keep", "keep", "keep", 0)) return Compilation.DoesNotFit("keeps host, path and query: that is 'keep'");
        if (!HostName.IsValid(context.Options[Domain]!)) return Compilation.DoesNotFit($"has the domain '{context.Options[Domain]}', which is not a host name");
        if (PartAction.Compile(parameters, any: null, context, out var inside, out var problem) is not { } actions) return Compilation.DoesNotFit(problem!);
        var hash = new SipHash(context.Key.Hash);
        var mask = new UrlMask(hash, host == "keep", path, new UrlQuery([.. actions], query, hash), context.Options[Domain]!, context.Type.MaxLength, inside);
        string[] kept =
        [
            .. new[] { ("host", host), ("path", path), ("query", query) }.Where(part => part.Item2 == "keep").Select(part => part.Item1),
            .. parameters.Where(rule => rule.Inner is { Strategy.Name: "keep" }).Select(rule => $"parameter {rule.Path}"),
        ];
        return new Compilation(mask, null) { Publishes = kept.Length == 0 ? null : $"publishes of each address: {string.Join(", ", kept)}" };
    }
}
