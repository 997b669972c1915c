using System.Collections.Frozen;

namespace CiAnon.Discovery.Shapes;

/// <summary>Names that say who did something: <c>created_by</c>, <c>erstellt_von</c>, <c>creado_por</c>, <c>gemeld_door</c>.</summary>
internal static class AgentWords
{
    private static readonly FrozenSet<string> Irregular = FrozenSet.Create(StringComparer.Ordinal, "made", "written", "sent", "run", "paid", "seen", "taken", "done", "built", "given", "drawn");

    // What things do, or what is done by things.
    private static readonly FrozenSet<string> NoAgents = FrozenSet.Create(StringComparer.Ordinal,
        "sorted", "grouped", "replaced", "superseded", "powered", "required", "used", "caused", "divided", "multiplied", "limited", "filtered", "partitioned", "indexed", "followed", "ersetzt", "gruppiert", "sortiert", "vervangen", "gesorteerd");

    /// <summary>What was done; null where the name says nothing of the kind.</summary>
    public static string? Find(IReadOnlyList<string> words) =>
        words is [.., var did, var by] && (by is not ("von" or "durch") || IsGerman(did)) && !NoAgents.Contains(did) && Endings(by).Any(ending => did.Length > ending.Length + 2 && did.EndsWith(ending, StringComparison.Ordinal)) || words is [.., "by"] && words.Count > 1 && Irregular.Contains(words[^2])
            || words is [.., "assigned" or "delegated" or "escalated" or "forwarded" or "reported", "to"]
            ? words[^2]
            : null;

    // zeit_von is a time; erstellt_von, geaendert_von, angelegt_von are people.
    private static bool IsGerman(string did) =>
        did.Contains("ge", StringComparison.Ordinal) || did.StartsWith("er", StringComparison.Ordinal) || did.StartsWith("ver", StringComparison.Ordinal) || did.StartsWith("be", StringComparison.Ordinal);

    // How the participle ends in the language of the word for "by".
    private static string[] Endings(string by) => by switch
    {
        "by" => ["ed"],
        "von" or "durch" => ["t", "en"],
        "par" => ["e", "ee", "i", "ie", "u"],
        "por" => ["ado", "ada", "ido", "ida", "to", "ta"],
        "da" => ["ato", "ata", "ito", "ita", "uto", "to"],
        "door" => ["d", "t", "en"],
        "przez" => ["ne", "ny", "na", "te", "ty", "ta", "l", "yl", "al"],
        "av" => ["d", "t", "ad", "at", "en", "et"],
        _ => [],
    };
}
