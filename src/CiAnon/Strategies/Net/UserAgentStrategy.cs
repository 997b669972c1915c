using CiAnon.Catalogs;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Net;

/// <summary>The names that common browsers call themselves.</summary>
public static class UserAgentStrategy
{
    private static readonly string[] Desktops = ["Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64"];

    private static readonly string[] Agents =
    [
        .. Desktops.SelectMany(system => Enumerable.Range(0, 8).Select(i => $"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{120 + i}.0.0.0 Safari/537.36")),
        .. Desktops.SelectMany(system => Enumerable.Range(0, 4).Select(i => $"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{124 + i}.0.0.0 Safari/537.36 Edg/{124 + i}.0.0.0")),
        .. Desktops.SelectMany(system => Enumerable.Range(0, 6).Select(i => $"Mozilla/5.0 ({system}; rv:{121 + i}.0) Gecko/20100101 Firefox/{121 + i}.0")),
        .. Enumerable.Range(0, 8).Select(i => $"Mozilla/5.0 (iPhone; CPU iPhone OS 17_{i} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.{i} Mobile/15E148 Safari/604.1"),
        .. Enumerable.Range(0, 6).Select(i => $"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{122 + i}.0.0.0 Mobile Safari/537.36"),
    ];

    public static readonly StrategyDefinition Definition = new(
        "user_agent",
        "replaces a browser's user agent by that of another common one",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "one of 68 user agents of Chrome, Edge, Firefox and Safari that fit the column", Reversible: false, Hides: null, LooksLike: [PersonalKind.Device, PersonalKind.Ip]),
        new StrategyExample("Mozilla/5.0 (Linux; Android 9; SM-G960F) Build/PPR1", "Mozilla/5.0 (X11; Linux x86_64; rv:124.0) Gecko/20100101 Firefox/124.0"),
        context => PoolMask.Compile(context, _ => Agents))
    {
        HasRoomPerColumn = true,
    };
}
