using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Japanese words in names of columns, as software written in Latin letters has them.</summary>
internal static class JapaneseNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Japanese", "meru adoresu, mairu, denshi meru, mail adoresu, meru"),
        new(PersonalKind.Phone, "Japanese", """
            denwa, denwa bango, denwabango, *denwa, keitai, keitai denwa, keitai bango, fakkusu, fax bango, tel bango
            """),
        new(PersonalKind.Name, "Japanese", """
            shimei, seimei, ?namae, onamae, ?kanji shimei, shimei kana, shimei kanji, kana shimei, tanto mei, tantosha mei, tantoshamei, ?tantosha, ?uketorinin, okyakusama mei, kokyaku mei,
            kanja mei, hogosha, hogosha mei, hogoshamei, todokesaki mei, kinkyu renrakusaki mei, daihyosha, daihyosha mei, keiyakusha, keiyakusha mei
            """),
        new(PersonalKind.FirstName, "Japanese", "~mei, mei kana, mei kanji, ?mei romaji, namae mei"),
        new(PersonalKind.LastName, "Japanese", "~sei, sei kana, sei kanji, ?sei romaji, myoji, kyusei"),
        new(PersonalKind.Username, "Japanese", """
            riyosha id, yuza mei, ?yuza, toroku sha, torokusha, koshinsha, sakuseisha, kaiin id, login mei, nikkuneimu
            """),
        new(PersonalKind.Address, "Japanese", """
            jusho, *jusho, banchi, chome banchi, tatemono, tatemono mei, heya bango, choiki, jitaku jusho, mansion mei, apaato mei, ?chomei, ?aza
            """),
        new(PersonalKind.City, "Japanese", "shikuchoson, ?shi, shichoson, ?machi, shusseichi, ?shichosonmei, honseki"),
        new(PersonalKind.PostalCode, "Japanese", "yubin bango, yubinbango, *yubin bango, yubin"),
        new(PersonalKind.Location, "Japanese", "ido, keido, ?zahyo"),
        new(PersonalKind.NationalId, "Japanese", """
            mai nanba, mynumber, my number, kojin bango, kojinbango, hoken bango, hokensho bango, hihokensha bango, hokensha bango, menkyo, menkyo bango, menkyosho bango, ryoken,
            ryoken bango, pasupoto bango, kiso nenkin bango, nenkin bango, zairyu kado, hojin bango
            """),
        new(PersonalKind.Account, "Japanese", "koza, koza bango, kozabango, *koza bango, ginko koza, koza meigi"),
        new(PersonalKind.Card, "Japanese", "kado bango, kurejitto kado, kurejitto, yuko kigen kado"),
        new(PersonalKind.Token, "Japanese", "pasuwado, ansho bango, anshobango, himitsu kagi, angoka"),
        new(PersonalKind.BirthDate, "Japanese", "seinengappi, *seinengappi, tanjobi, umare, nenrei, shibo nengappi"),
        new(PersonalKind.Gender, "Japanese", "seibetsu, ?keisho"),
        new(PersonalKind.Company, "Japanese", """
            kaisha, kaisha mei, kaishamei, kinmusaki, kinmu saki, kinmusaki mei, hojinmei, hojin mei, ?shamei, ?kigyo mei
            """),
        new(PersonalKind.Income, "Japanese", "kyuyo, gekkyu, nenshu, *nenshu, jikyu, kihonkyu, ?shotoku"),
        new(PersonalKind.Special, "Japanese", """
            kokuseki, ketsueki gata, ketsuekigata, byomei, *byomei, shindan, shindan mei, byoreki, arerugi, shogai, shogai tokyu, shukyo, ninshin, kekkon, haigusha umu, kioreki, shohosen,
            ?shojo
            """),
        new(PersonalKind.FreeText, "Japanese", """
            ?biko, ?bikoran, ?komento, ?messeji, ?naiyo, ?setsumei, ?toiawase, ?toiawase naiyo, ?memo, ?tokki jiko, ?kiroku
            """),
        new(PersonalKind.Ip, "Japanese", "ip adoresu"),
        new(PersonalKind.RecordNumber, "Japanese", """
            ?kaiin no, ?kaiin bango, ?kokyaku no, ?kokyaku bango, ?kokyaku kodo, ?kanja bango, ?kanja no, ?shain bango, ?shain no, ?gakuseki bango, ?juken bango, ?chumon no,
            ?chumon bango, ?keiyaku no, ?keiyaku bango, ?shoken bango, ?denpyo bango, ?denpyo no, ?uketsuke bango, ?okurijo no, ?okurijo bango, ?seikyu bango, ?yoyaku bango,
            ?shinsatsuken bango, ?karute bango, ?riyosha bango, ?toiawase bango, ?kanri bango, ?kokyaku code, ?kaiin code, ?shain code
            """),
    ];
}
