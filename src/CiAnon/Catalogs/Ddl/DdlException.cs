namespace CiAnon.Catalogs.Ddl;

/// <summary>An entry's SQL isn't what pg_dump writes: nothing is guessed from it.</summary>
/// <param name="entry">Like "TABLE public.customers".</param>
public class DdlException(string entry, string problem) : Exception($"{entry}: {problem}");

/// <summary>A statement speaks of a table that the dump doesn't create: it holds only a part of the database.</summary>
internal sealed class AbsentTableException(string entry, string table) : DdlException(entry, $"the dump hasn't created table {table}");
