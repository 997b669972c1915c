namespace CiAnon.Policies.Import;

/// <summary>Which part of a name a column holds, by its own name.</summary>
internal static class NameParts
{
    private static readonly string[] First = ["first_name", "firstname", "forename", "given_name", "givenname", "fname", "middle_name"];
    private static readonly string[] Last = ["last_name", "lastname", "surname", "family_name", "familyname", "lname"];

    public static string Strategy(string column)
    {
        var name = column.ToLowerInvariant();
        if (First.Any(part => name.EndsWith(part, StringComparison.Ordinal))) return "first_name";
        return Last.Any(part => name.EndsWith(part, StringComparison.Ordinal)) ? "last_name" : "name";
    }
}
