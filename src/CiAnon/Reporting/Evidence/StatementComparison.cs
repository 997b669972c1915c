using System.Text.Json;
using System.Text.Json.Nodes;
using CiAnon.Dumps;

namespace CiAnon.Reporting.Evidence;

/// <summary>Whether an in-toto statement speaks of this report and this dump, and of nothing else.</summary>
internal static class StatementComparison
{
    public static string? Problem(byte[] statement, ComplianceReport report, ArchiveDigest digest)
    {
        try
        {
            return JsonNode.Parse(statement) is JsonObject parsed ? Problem(parsed, report, digest) : "it is no JSON object";
        }
        catch (JsonException)
        {
            return "it is no JSON: pass the statement itself, not the signed envelope";
        }
    }

    private static string? Problem(JsonObject statement, ComplianceReport report, ArchiveDigest digest)
    {
        var made = JsonNode.Parse(InTotoStatement.Write(report, digest.Files))!.AsObject();
        if (!JsonNode.DeepEquals(statement["_type"], made["_type"])) return $"its _type isn't {InTotoStatement.Type}";
        if (!JsonNode.DeepEquals(statement["predicateType"], made["predicateType"])) return $"its predicateType isn't {InTotoStatement.PredicateType}";
        if (!JsonNode.DeepEquals(statement["subject"], made["subject"])) return "its subjects aren't this artefact's files and digests";
        return JsonNode.DeepEquals(statement["predicate"], made["predicate"]) ? null : "its predicate isn't this report";
    }
}
