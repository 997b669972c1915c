using System.Text;
using CiAnon.Catalogs;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;

namespace CiAnon.Tests.Recognition;

/// <summary>Where a script is written without blanks, and where quotation marks and dashes aren't ASCII's, a number ends at the last digit.</summary>
public class NumbersAmongScriptsTests
{
    [Theory]
    [InlineData("商品が届きません。090-3262-4562までご連絡ください。", PersonalKind.Phone)]
    [InlineData("電話は090-3262-4562です", PersonalKind.Phone)]
    [InlineData("+82 10-5260-1815로 연락 주세요", PersonalKind.Phone)]
    [InlineData("연락처:+82 10-5260-1815입니다", PersonalKind.Phone)]
    [InlineData("请拨打+86 138 1234 5678联系", PersonalKind.Phone)]
    [InlineData("โทร+66 81 234 5678ค่ะ", PersonalKind.Phone)]
    [InlineData("Rückruf unter „+49 171 1234567“ heute", PersonalKind.Phone)]
    [InlineData("tel «+33 6 12 34 56 78»", PersonalKind.Phone)]
    [InlineData("call +49 171 1234567—urgent", PersonalKind.Phone)]
    [InlineData("振込先DE89370400440532013000です", PersonalKind.Account)]
    [InlineData("接続元は84.143.7.22です", PersonalKind.Ip)]
    [InlineData("カード4539 1488 0343 6467で", PersonalKind.Card)]
    public void A_number_between_letters_that_need_no_blank_is_seen(string text, PersonalKind kind) => Assert.Equal(1, Seen(text, kind));

    [Theory]
    [InlineData("é+49 171 1234567")]
    [InlineData("+49 171 1234567ä")]
    [InlineData("+49 171 1234567я")]
    [InlineData("+49 171 1234567٤")]
    public void A_word_that_goes_on_is_no_number(string text) => Assert.Equal(0, Seen(text, PersonalKind.Phone));

    private static long Seen(string text, PersonalKind kind)
    {
        var scanner = new PatternScanner(Recognizers.All, [new ScannedPattern("line", TypeKind.Text, null, new HashSet<PersonalKind>())]);
        scanner.Field(0, Encoding.UTF8.GetBytes(text));
        return scanner.Matching(0, kind);
    }
}
