using CiAnon.Strategies;

namespace CiAnon.Tests.Stages.Prose;

/// <summary>Texts in scripts that part names neither from each other nor from what follows.</summary>
public sealed class NamesWithoutBlanksTests
{
    // Each is a word of its own: nothing of the last one may stay.
    [Theory]
    [InlineData("昨天王小明来了", "昨天Anna Berg来了")]
    [InlineData("王小明", "Anna Berg")]
    [InlineData("王 小明。谢谢", "Anna Berg。谢谢")]
    [InlineData("yesterday 王小明 wrote, 山田太郎さん too", "yesterday Anna Berg wrote, Dora Falkさん too")]
    [InlineData("김민준님, 01712345678로 전화", "Eva Moss님, +49 555 0000001로 전화")]
    [InlineData("サトウ ハナコさんと佐藤花子", "Ida Kühnさんと佐藤花子")]
    [InlineData("中文 - by (Zoltra Quibbleton) so", "中文 - by (Riley Blanda) so")]
    public void Names_without_blanks_between_their_characters_go_to_their_last_one(string text, string expected)
    {
        using var people = new KnownPeople(
            [(PersonalKind.Name, "王小明", "Anna Berg")], [(PersonalKind.Name, "山田太郎", "Dora Falk")],
            [(PersonalKind.FirstName, "민준", "Eva"), (PersonalKind.LastName, "김", "Moss"), (PersonalKind.Phone, "+49 171 2345678", "+49 555 0000001")],
            [(PersonalKind.FirstName, "ハナコ", "Ida"), (PersonalKind.LastName, "サトウ", "Kühn")], [(PersonalKind.Name, "Zoltra Quibbleton", "Riley Blanda")]);
        Assert.Equal(expected, people.In(text));
    }
}
