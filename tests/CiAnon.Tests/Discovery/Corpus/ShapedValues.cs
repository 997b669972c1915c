using System.Globalization;

namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>Invented values by their shape, and numbers with the check digits that their countries ask for.</summary>
internal static class ShapedValues
{
    private const string Small = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Null for a generator of other values.</summary>
    public static string? Make(string name, string argument, Random random) => name switch
    {
        "shape" => string.Concat(argument.Select(letter => Letter(letter, random))),
        "lastfirst" => $"{Value($"last:{argument}", random)}, {Value($"first:{argument}", random)}",
        "nick" => Nick(random),
        "mxid" => $"@{Value("user", random)}:{Value("host", random)}",
        "mac" => string.Join(':', Enumerable.Range(0, 6).Select(_ => Value("hex:2", random))),
        "addressblock" => $"{Value($"full:{argument}", random)}\n{Value($"street:{argument}", random)}\n{Value("zip", random)} {Value($"city:{argument}", random)}",
        "pesel" => Pesel(random),
        "pnr" => Personnummer(random),
        "cpf" => Cpf(random),
        _ => null,
    };

    // # is a digit, @ a capital, & a small letter, % a hexadecimal digit.
    private static char Letter(char letter, Random random) => letter switch
    {
        '#' => (char)random.Next('0', '9' + 1),
        '@' => (char)random.Next('A', 'Z' + 1),
        '&' => Small[random.Next(Small.Length)],
        '%' => "0123456789abcdef"[random.Next(16)],
        _ => letter,
    };

    private static string Nick(Random random) => random.Next(4) switch
    {
        0 => $"{Pick(["Silent", "Lucky", "Dark", "Happy"], random)}{Pick(["Fox", "Wolf", "Panda", "Rider"], random)}{random.Next(99)}",
        1 => $"xX_{Pick(["shadow", "storm", "blade"], random)}_Xx",
        2 => $"{Pick(["sunny", "moon", "tiger", "coco"], random)}_{Pick(["girl", "boy", "cat", "dev"], random)}{random.Next(2009)}",
        _ => $"{Value("first:en", random).ToLowerInvariant()}.{Pick(["runs", "cooks", "draws"], random)}",
    };

    private static string Pesel(Random random)
    {
        var number = $"{random.Next(40, 99)}{random.Next(1, 13):00}{random.Next(1, 29):00}{random.Next(10_000):0000}";
        int[] weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
        return number + ((10 - number.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum() % 10) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static string Personnummer(Random random)
    {
        var day = $"{random.Next(40, 99)}{random.Next(1, 13):00}{random.Next(1, 29):00}";
        var serial = $"{random.Next(1000):000}";
        var sum = (day + serial).Select((digit, place) => place % 2 == 0 ? (digit - '0') * 2 is var twice && twice > 9 ? twice - 9 : twice : digit - '0').Sum();
        return $"19{day}-{serial}{(10 - sum % 10) % 10}";
    }

    private static string Cpf(Random random)
    {
        var digits = Enumerable.Range(0, 9).Select(_ => random.Next(10)).ToList();
        for (var round = 0; round < 2; round++)
        {
            var rest = digits.Select((digit, place) => digit * (digits.Count + 1 - place)).Sum() * 10 % 11;
            digits.Add(rest % 10);
        }
        var text = string.Concat(digits);
        return $"{text[..3]}.{text[3..6]}.{text[6..9]}-{text[9..]}";
    }

    private static string Value(string generator, Random random) => CorpusValues.Make(generator, random);

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];
}
