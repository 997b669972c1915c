using System.Security.Cryptography;
using System.Text;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Strategies.People;

/// <summary>Whoever keeps a key expects the same pseudonyms from week to week: pools change only where a commit says so.</summary>
public class PoolSnapshotTests
{
    private static readonly (string Kind, Func<string, IReadOnlyList<string>> Of)[] Kinds =
    [
        ("first_name", Pools.FirstNames),
        ("last_name", Pools.LastNames),
        ("city", Pools.Cities),
        ("street", Pools.Streets),
        ("secondary", Pools.Secondaries),
        ("region", Pools.Regions),
        ("company", Pools.Companies),
        ("job", Pools.Jobs),
    ];

    [Fact]
    public void Pools_hold_what_they_held()
    {
        var text = new StringBuilder("locale kind values sha256\n");
        foreach (var locale in Locales.All.Select(name => Locales.Find(name)!).Distinct().Order(StringComparer.Ordinal))
        {
            foreach (var (kind, of) in Kinds)
            {
                var pool = of(locale);
                text.Append(locale).Append(' ').Append(kind).Append(' ').Append(pool.Count).Append(' ').Append(Digest(pool)).Append('\n');
            }
        }
        GeneratedFile.AssertUpToDate("tests/CiAnon.Tests/Strategies/pools.verified.txt", text.ToString());
    }

    private static string Digest(IEnumerable<string> pool) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', pool))))[..16];
}
