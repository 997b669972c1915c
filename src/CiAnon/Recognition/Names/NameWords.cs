namespace CiAnon.Recognition.Names;

/// <summary>The dictionaries of names.txt, an embedded file: first and last names of many languages, titles, greetings, compass points, colours.</summary>
internal static class NameWords
{
    private static readonly Dictionary<string, WordSet> Sections = Read();

    public static WordSet First => Sections["first"];

    public static WordSet Last => Sections["last"];

    /// <summary>Words before a family name: Mr, Frau, Señora.</summary>
    public static WordSet Titles => Sections["titles"];

    /// <summary>Words before a name that may as well be followed by something else: Dear, Hallo, Regards.</summary>
    public static WordSet Greetings => Sections["greetings"];

    /// <summary>Capitalized words behind titles and greetings that are no names: Dear Customer, Frau Doktor.</summary>
    public static WordSet Roles => Sections["roles"];

    /// <summary>Words between first and last name: van, de la, von.</summary>
    public static WordSet Particles => Sections["particles"];

    /// <summary>Compass points: parts of countries when they stand alone, whoever is called West.</summary>
    public static WordSet Directions => Sections["directions"];

    /// <summary>Colours: of things when they stand alone, whoever is called Brown or Rose.</summary>
    public static WordSet Colours => Sections["colours"];

    private static Dictionary<string, WordSet> Read()
    {
        using var stream = typeof(NameWords).Assembly.GetManifestResourceStream("recognized.names.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('[', StringSplitOptions.RemoveEmptyEntries)
            .Select(section => section.Split(']'))
            .ToDictionary(section => section[0], section => new WordSet(section[1].Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);
    }
}
