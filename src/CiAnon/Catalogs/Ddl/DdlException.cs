namespace CiAnon.Catalogs.Ddl;

/// <summary>An entry's SQL isn't what pg_dump writes: nothing is guessed from it.</summary>
/// <param name="entry">Like "TABLE public.customers".</param>
public sealed class DdlException(string entry, string problem) : Exception($"{entry}: {problem}");
