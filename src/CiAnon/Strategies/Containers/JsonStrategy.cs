using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Containers;

/// <summary>Strategies inside of JSON.</summary>
public static class JsonStrategy
{
    private static readonly OptionDefinition Paths = new("paths", OptionType.Paths,
        "what happens where: a path ($.name, ['name'], [0], [*], .*, .. for any depth), and a strategy's name, a mapping with strategy and options, keep, delete, or { set: JSON }; the path that leads deepest decides, of several to one value the most special, whatever their order; a strategy on an object or array masks every text and number in it that no other path leads to",
        Required: true);

    private static readonly OptionDefinition Unlisted = new("unlisted", OptionType.Choice,
        "what happens to texts and numbers that no path leads to: fail stops the run, keep publishes them", "fail", Choices: ["fail", "keep"]);

    public static readonly StrategyDefinition Definition = new(
        "json",
        "masks, sets or deletes values inside of JSON by their paths; everything else stays byte for byte, or stops the run",
        TypeKind.Json | TypeKind.Text,
        [Paths, Unlisted],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "JSON of the same structure; names of members, true, false and null stay; a text that the run masks inside of JSON gets the pseudonym that it has in a column of its own",
            Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("{\"name\": \"Anna\", \"tags\": [1, 2], \"token\": \"s3\"}", "{\"name\": \"Genevieve\", \"tags\": [1, 2]}",
            new Dictionary<string, string>
            {
                ["paths"] = "[{\"path\":\"$.name\",\"strategy\":\"first_name\",\"options\":{}},{\"path\":\"$.tags\",\"strategy\":\"keep\",\"options\":{}},{\"path\":\"$.token\",\"delete\":true}]",
            }, TypeKind.Json),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var actions = new List<JsonAction>();
        var inside = new List<InnerRule>();
        var names = new PartNames(context.KindOfPart);
        foreach (var rule in PathsOption.Parse(context.Options[Paths]!)!)
        {
            if (JsonPath.Read(rule.Path) is not { } path) return Compilation.DoesNotFit($"has the path '{rule.Path}', which it can't read");
            if (rule.Delete && path.Steps.Count == 0) return Compilation.DoesNotFit("can't delete '$', which is the whole value: use 'null' or 'empty'");
            LeafMask? leaf = null;
            var first = inside.Count;
            if (rule.Inner is { Strategy.Name: not "keep" } inner)
            {
                leaf = LeafMask.Compile(inner, context, out var problem);
                if (leaf is null) return Compilation.DoesNotFit($"{problem} ({rule.Path})");
                inside.AddRange(leaf.Rules(names.Named(inner, path.Owner ?? "", path.Name)));
            }
            actions.Add(new JsonAction(path, rule.Delete, rule.Set is { } set ? Encoding.UTF8.GetBytes(set) : null, leaf, first));
        }
        var keeps = context.Options[Unlisted] == "keep";
        return new Compilation(new JsonMask(PathOrder.Sort(actions, (path, other) => other.Path.Covers(path.Path)), keeps, context.Type.BaseName == "jsonb", inside, names), null)
        {
            Publishes = keeps ? "publishes what no path leads to" : null,
        };
    }
}
