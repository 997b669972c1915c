namespace CiAnon.Catalogs.Ddl;

/// <summary>An entry's SQL isn't what pg_dump writes: nothing is guessed from it.</summary>
public sealed class DdlException(string entry, string problem) : Exception($"{entry}: {problem}")
{
    /// <summary>Like "TABLE public.customers".</summary>
    public string Entry { get; } = entry;

    public string Problem { get; } = problem;
}
