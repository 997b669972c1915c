namespace CiAnon.Strategies.Drawing;

/// <summary>How many values strategies draw from, for people who choose a locale.</summary>
public static class PoolSizes
{
    /// <summary>Kinds of values, as in the documentation.</summary>
    public static IReadOnlyList<(string Kind, Func<string, int> Count)> Kinds { get; } =
    [
        ("first names", locale => Pools.FirstNames(locale).Count),
        ("last names", locale => Pools.LastNames(locale).Count),
        ("cities", locale => Pools.Cities(locale).Count),
        ("streets", locale => Pools.Streets(locale).Count),
        ("companies", locale => Pools.Companies(locale).Count),
        ("jobs", locale => Pools.Jobs(locale).Count),
    ];

    /// <summary>The kinds that a strategy draws from; none for most.</summary>
    public static IEnumerable<(string Kind, Func<string, int> Count)> Of(string strategy) => Kinds.Where(kind => strategy switch
    {
        "first_name" => kind.Kind == "first names",
        "last_name" => kind.Kind == "last names",
        "name" or "person" or "username" => kind.Kind is "first names" or "last names",
        "city" => kind.Kind == "cities",
        "address" => kind.Kind is "cities" or "streets",
        "company" => kind.Kind == "companies",
        "job" => kind.Kind == "jobs",
        _ => false,
    });
}
