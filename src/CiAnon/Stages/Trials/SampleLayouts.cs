using CiAnon.Strategies;

namespace CiAnon.Stages.Trials;

/// <summary>Shapes of values as databases hold them: # is a digit, ? a small letter, ^ a capital; everything else stands for itself.</summary>
internal static class SampleLayouts
{
    private static readonly (PersonalKind? Kind, string Layout)[] All =
    [
        (PersonalKind.Email, "?????.????????@example.com"), (PersonalKind.Email, "????????##@example.org"), (PersonalKind.Email, "???@mail.example.net"), (PersonalKind.Email, "^????.^?????@Example.com"),
        (PersonalKind.Phone, "+49 30 #######"), (PersonalKind.Phone, "+4930#######"), (PersonalKind.Phone, "+1##########"), (PersonalKind.Phone, "+1 (2##) 555-####"), (PersonalKind.Phone, "(2##) ###-####"),
        (PersonalKind.Phone, "2##-###-####"), (PersonalKind.Phone, "030 #######"), (PersonalKind.Phone, "01## #######"), (PersonalKind.Phone, "+44 7### ######"), (PersonalKind.Phone, "2#########"),
        (PersonalKind.Name, "^????? ^???????"), (PersonalKind.Name, "^???? ^. ^?????"), (PersonalKind.Name, "^?????? ^????-^?????"), (PersonalKind.Name, "^???????, ^????"),
        (PersonalKind.FirstName, "^?????"), (PersonalKind.LastName, "^???????"), (PersonalKind.Username, "????.??????"), (PersonalKind.Username, "??????##"),
        (PersonalKind.Address, "^????? Street ##"), (PersonalKind.Address, "1## ^?????? Road"), (PersonalKind.Address, "^?????straße ##, ##### ^????"),
        (PersonalKind.City, "^???????"), (PersonalKind.City, "^??? ^?????"), (PersonalKind.Location, "^????????"), (PersonalKind.Location, "^^"),
        (PersonalKind.PostalCode, "#####"), (PersonalKind.PostalCode, "####"), (PersonalKind.PostalCode, "#####-####"), (PersonalKind.PostalCode, "^## #^^"), (PersonalKind.PostalCode, "^#^ #^#"), (PersonalKind.PostalCode, "##-###"),
        (PersonalKind.NationalId, "###-##-####"), (PersonalKind.NationalId, "#########"), (PersonalKind.NationalId, "###########"), (PersonalKind.NationalId, "^^######^"),
        (PersonalKind.Ip, "10.1#.##.1#"), (PersonalKind.Ip, "2001:db8:#::####"), (PersonalKind.Device, "02:##:##:##:##:##"),
        (PersonalKind.Token, "????????????????????????????????"), (PersonalKind.Token, "################"), (PersonalKind.Token, "??_????##??##??##??##??##"),
        (PersonalKind.BirthDate, "19##-0#-1#"), (PersonalKind.Gender, "?"), (PersonalKind.Company, "^?????? GmbH"), (PersonalKind.Company, "^?????? & ^????? Ltd."),
        (PersonalKind.RecordNumber, "^^^-#####"), (PersonalKind.RecordNumber, "^-######"), (PersonalKind.RecordNumber, "########"),
        (PersonalKind.FreeText, "^???? ??? ????? ?? ???????."), (PersonalKind.FreeText, "^?? ????????, ??? ### ??? ????? ?? ??? ????????? ??? ????."),
        (null, "#"), (null, "##"), (null, "1##.##"), (null, "?????"), (null, "????-????-???"), (null, "^^"), (null, "??-^^"), (null, "#??"), (null, "^???? ???"), (null, "Zoë Müller-^???"), (null, "????_????"),
        (null, "https://www.example.com/????/##?q=???"), (null, "########-####-4###-8###-############"), (null, "20##-0#-1# 1#:##:##"), (null, "{\"????\": \"????\"}"),
    ];

    /// <summary>Those of the kind three times as often as others.</summary>
    public static IEnumerable<string> For(PersonalKind? kind, bool asciiOnly) =>
        All.Where(sample => !asciiOnly || sample.Layout.All(char.IsAscii)).SelectMany(sample => Enumerable.Repeat(sample.Layout, kind is not null && sample.Kind == kind ? 3 : 1));

    public static string Fill(string layout, SampleDraw draw) => string.Create(layout.Length, (layout, draw), static (text, sample) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            text[at] = sample.layout[at] switch
            {
                '#' => (char)('0' + sample.draw.Below(10)),
                '?' => (char)('a' + sample.draw.Below(26)),
                '^' => (char)('A' + sample.draw.Below(26)),
                var other => other,
            };
        }
    });
}
