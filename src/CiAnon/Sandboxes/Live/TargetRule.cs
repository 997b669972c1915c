using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace CiAnon.Sandboxes.Live;

/// <summary>Why a database must not be rewritten. No option lifts one: what they say is changed where it is said.</summary>
/// <param name="Summary">What it refuses, as the docs say it.</param>
/// <param name="Refuses">Gets the policy's hosts, which may be none; null where it has nothing against the database.</param>
internal sealed partial record TargetRule(string Summary, Func<TargetFacts, IReadOnlyList<string>, string?> Refuses)
{
    /// <summary>The table by which people say that a database is production.</summary>
    public const string Marker = "ci_anon_production";

    private const int OldestMajor = 13;

    public static IReadOnlyList<TargetRule> All { get; } =
    [
        new($"A table called `{Marker}` stands in it, in whatever schema.", static (facts, _) =>
            facts.MarkerTables.Count > 0 ? $"the table {facts.MarkerTables[0]} says that it is production" : null),
        new("The policy's `target_hosts` doesn't name its host.", static (facts, hosts) =>
            hosts.Count > 0 && !hosts.Any(host => FileSystemName.MatchesSimpleExpression(host, facts.Host)) ? "its host is none of the policy's target_hosts" : null),
        new("Its host's or its own name has one of the words prod, prd, production or live; the folder of a socket is no host's name.", static (facts, _) =>
            !facts.IsSocket && Words().IsMatch(facts.Host) ? "its host's name says production" : Words().IsMatch(facts.Database) ? "its name says production" : null),
        new("It is a standby, which can't be written to, or older than PostgreSQL 13.", static (facts, _) =>
            facts.IsStandby ? "it is a standby" : facts.Major < OldestMajor ? $"PostgreSQL {facts.Major} is too old, at least {OldestMajor} is needed" : null),
        new("It is on the same server as the source of a `sync` (the same system identifier, which copies of a server's files share).", static (facts, _) =>
            facts.IsOnSourcesServer ? "it is on the source's own server" : null),
    ];

    /// <exception cref="Diagnostics.CiAnonException">CIANON4040: a rule refuses it.</exception>
    public static void Require(LiveAddress address, TargetFacts facts, IReadOnlyList<string> hosts)
    {
        if (All.Select(rule => rule.Refuses(facts, hosts)).OfType<string>().FirstOrDefault() is { } why)
            throw new Diagnostics.CiAnonException(Diagnostics.DiagnosticCodes.TargetRefused, $"{address.Variable}: {why}. {Diagnostics.DiagnosticCodes.TargetRefused.Help}");
    }

    [GeneratedRegex("(?<![a-z])(prod|prd|production|live)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
