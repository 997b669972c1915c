namespace CiAnon.Strategies.People;

/// <summary>Where the family's name stands in a whole name.</summary>
internal static class FamilyNames
{
    // Japanese, Korean, Chinese and Vietnamese names begin with it.
    private static readonly string[] First = ["ja", "ko", "vi", "zh_CN", "zh_TW"];

    public static bool ComeFirst(string locale) => First.Contains(locale);
}
