using System.Text;
using System.Text.Json.Nodes;

namespace CiAnon.Reporting;

/// <summary>docs/report.md: every field of the report, from its JSON Schema, which comes from the records.</summary>
public static class ReportDocs
{
    public static string Markdown()
    {
        var schema = JsonNode.Parse(ReportJson.Schema())!.AsObject();
        var running = schema["$defs"]!["running"]!.AsObject();
        var text = new StringBuilder();
        text.Append($"""
            # The report

            <!-- Generated from the report's records by the tests (UPDATE_SNAPSHOTS=1). -->

            {schema["description"]}

            It is written last. `"status": "passed"` is the only sign of success that another step should rely on. The
            [JSON Schema](schema/report.schema.json) is printed by `ci-anon schema report`.

            | field | type | meaning |
            |---|---|---|

            """);
        Rows(text, "", schema);
        text.Append($"""

            ## While a run goes on

            Where an earlier run left a report or a dump, they stand aside as `NAME.previous.partial` from the first second of the next
            run on, and the report's name says `"status": "running"`. {running["description"]}
            When that run fails or is cancelled, what stood aside comes back, with the new report where a check failed; when it publishes, it goes. A run that
            is killed, or a build that is terminated, leaves `running` behind, and the next one goes on from there: `--baseline` with that report
            reads the one that stands aside. It has its own schema, `$defs/running` in the report's.

            | field | type | meaning |
            |---|---|---|

            """);
        Rows(text, "", running);
        return text.ToString();
    }

    private static void Rows(StringBuilder text, string prefix, JsonObject schema)
    {
        var required = schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToHashSet();
        foreach (var (name, node) in schema["properties"]!.AsObject())
        {
            var field = node!.AsObject();
            var item = field["items"] as JsonObject;
            text.Append($"| `{prefix}{name}{(item is null ? "" : "[]")}` | {Type(field, item)}{(required.Contains(name) ? "" : ", optional")} | {field["description"]} |\n");
            if ((item ?? field)["properties"] is not null) Rows(text, $"{prefix}{name}{(item is null ? "" : "[]")}.", item ?? field);
        }
    }

    private static string Type(JsonObject field, JsonObject? item)
    {
        if (item is not null) return "list";
        if (field["enum"] is JsonArray words) return string.Join(" or ", words.Where(word => word is not null).Select(word => $"`{word}`"));
        var type = field["type"] is JsonArray types ? types.Select(word => word!.GetValue<string>()).First(word => word != "null") : field["type"]?.GetValue<string>();
        return field["format"] is { } format ? format.GetValue<string>() : type ?? "value";
    }
}
