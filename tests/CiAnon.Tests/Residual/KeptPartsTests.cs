using System.Text;
using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Tests.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>Where a rule masks names inside of a value, somebody's name in what it keeps there is no pseudonym that is called alike by chance.</summary>
public class KeptPartsTests
{
    private const string Original = "Annabel Lindqvistha";

    private static readonly ColumnType Jsonb = new("jsonb", TypeKind.Json, "jsonb");
    private static readonly ColumnType Hstore = new("hstore", TypeKind.Other, "hstore");
    private static readonly ColumnType Xml = new("xml", TypeKind.Other, "xml");
    private static readonly ColumnType Contact = new("contact", TypeKind.Other, "contact");
    private static readonly ColumnType Contacts = new("contact[]", TypeKind.Array, "_contact", ElementKind: TypeKind.Other);

    private static readonly Dictionary<string, (ColumnType Type, Func<Mask> Mask, string Kept, string Masked)> Values = new()
    {
        ["key of JSON"] = (Jsonb, () => Named("json", Jsonb, "paths", "$.name"), "{\"name\": \"Genevieve Clint\", \"visits\": {\"" + Original + "\": 3}}", "{\"name\": \"" + Original + "\", \"visits\": {}}"),
        ["value of JSON"] = (Jsonb, () => Named("json", Jsonb, "paths", "$.name"), $$"""{"note": "with {{Original}}", "name": "Genevieve Clint"}""", $$"""{"note": "with nobody", "name": "{{Original}}"}"""),
        ["value of hstore"] = (Hstore, () => Named("hstore", Hstore, "keys", "name"), $"\"name\"=>\"Genevieve Clint\", \"by\"=>\"{Original}\"", $"\"name\"=>\"{Original}\", \"by\"=>\"x\""),
        ["key of hstore"] = (Hstore, () => Named("hstore", Hstore, "keys", "name"), $"\"name\"=>\"Genevieve Clint\", \"{Original}\"=>\"x\"", $"\"name\"=>\"{Original}\", \"x\"=>\"x\""),
        ["text of XML"] = (Xml, () => Named("xml", Xml, "paths", "/a/name"), $"<a><name>Genevieve Clint</name><by>{Original}</by></a>", $"<a><name>{Original}</name><by>x</by></a>"),
        ["field of a row"] = (Contact, () => Named("composite", Contact, "fields", "1"), $"(\"Genevieve Clint\",\"{Original}\")", $"(\"{Original}\",x)"),
        ["field of a row in an array"] = (Contacts, () => StrategyRun.Mask("array", Contacts, $"each={PathsOption.Text(new InnerRule("", StrategyRegistry.Find("composite")!, new OptionValues(Options("fields", "1"))))}"),
            $$"""{"(\"Genevieve Clint\",\"{{Original}}\")"}""", $$"""{"(\"{{Original}}\",x)"}"""),
    };

    public static TheoryData<string> Names => [.. Values.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_original_in_what_a_rule_keeps_beside_masked_names_is_found(string name)
    {
        var (type, mask, kept, _) = Values[name];
        Assert.Equal(PersonalKind.Name, Assert.Single(Hits(type, mask(), kept)).Kind);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pseudonym_that_is_called_as_somebody_is_none(string name)
    {
        var (type, mask, _, masked) = Values[name];
        Assert.Empty(Hits(type, mask(), masked));
    }

    private static IReadOnlyList<ResidualHit> Hits(ColumnType type, Mask mask, string value)
    {
        using var originals = Searched.For((PersonalKind.Name, Original));
        var scanner = new FieldScanner(originals, [new ScannedColumn(type.Kind, type.BaseName, [PersonalKind.Name]) { Parts = mask, JudgesInsertions = true }]);
        scanner.Field(0, Encoding.UTF8.GetBytes(value));
        return [.. scanner.Tally().Hits()];
    }

    private static Mask Named(string strategy, ColumnType type, string option, string place) =>
        StrategyRun.Mask(strategy, type, string.Join(';', Options(option, place).Select(one => $"{one.Key}={one.Value}")));

    private static Dictionary<string, string> Options(string option, string place) =>
        new() { [option] = PathsOption.Text([new PathRule(place, new InnerRule(place, StrategyRegistry.Find("name")!, new OptionValues(new Dictionary<string, string>())), null, Delete: false)]), ["unlisted"] = "keep" };
}
