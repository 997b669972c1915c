using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Containers;

/// <summary>Strategies inside of XML.</summary>
public static class XmlStrategy
{
    private static readonly OptionDefinition Paths = new("paths", OptionType.Parts,
        "what happens where: a path (/order/customer/@email, //name, /order/*, //@*), and a strategy's name, a mapping with strategy and options, keep, delete, or { set: TEXT } instead of all that is in an element, its attributes too where no path of their own leads to them; the path that leads to the innermost of an attribute, an element and those around it decides, of several to one the most special, whatever their order",
        Required: true);

    private static readonly OptionDefinition Unlisted = new("unlisted", OptionType.Choice,
        "what happens to texts and attributes that no path leads to: fail stops the run, keep publishes them", "fail", Choices: ["fail", "keep"]);

    public static readonly StrategyDefinition Definition = new(
        "xml",
        "masks, sets or deletes texts and attributes of XML by their paths; what no path leads to stops the run, or is kept",
        TypeKind.Other | TypeKind.Text,
        [Paths, Unlisted],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "XML of the same elements and attributes, less those that are deleted, blanks around texts as they were; comments and processing instructions go, and a value with a DTD stops the run; a text gets the pseudonym that it has in a column of its own",
            Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("<person id=\"7\"><name>Anna</name></person>", "<person id=\"7\"><name>Genevieve</name></person>",
            new Dictionary<string, string>
            {
                ["paths"] = "[{\"path\":\"/person/name\",\"strategy\":\"first_name\",\"options\":{}},{\"path\":\"/person/@id\",\"strategy\":\"keep\",\"options\":{}}]",
            }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        if (context.Type is { Kind: TypeKind.Other, BaseName: not "xml" }) return Compilation.DoesNotFit("takes xml, or a text that holds XML");
        var actions = new List<XmlAction>();
        var inside = new List<InnerRule>();
        var names = new PartNames(context.KindOfPart);
        foreach (var rule in PathsOption.Parse(context.Options[Paths]!)!)
        {
            if (XmlPath.Read(rule.Path) is not { } path) return Compilation.DoesNotFit($"has the path '{rule.Path}', which it can't read: write /order/customer, /order/@id, //name or //@*");
            if (rule.Inner is { ReplacesNull: true }) return Compilation.DoesNotFit($"has 'null: replace' at '{rule.Path}', but XML has no NULL: remove it");
            LeafMask? leaf = null;
            var first = inside.Count;
            if (rule.Inner is { Strategy.Name: not "keep" } inner)
            {
                leaf = LeafMask.Compile(inner, context, out var problem);
                if (leaf is null) return Compilation.DoesNotFit($"{problem} ({rule.Path})");
                inside.AddRange(leaf.Rules(names.Named(inner, path.Steps.Count > 1 ? path.Steps[^2].LocalName ?? "" : "", path.Steps[^1].LocalName)));
            }
            actions.Add(new XmlAction(path, leaf, first, rule.Delete, rule.Set));
        }
        var keeps = context.Options[Unlisted] == "keep";
        return new Compilation(new XmlMask(PathOrder.Sort(actions, (path, other) => other.Path.Covers(path.Path)), keeps, context.AsciiOnly, inside, names), null) { Publishes = keeps ? "publishes what no path leads to" : null };
    }
}
