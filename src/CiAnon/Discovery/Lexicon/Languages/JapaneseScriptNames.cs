using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Japanese words in names of columns in their own script; <see cref="JapaneseNames"/> has those in Latin letters.</summary>
internal static class JapaneseScriptNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Japanese", "*メール, *メールアドレス, *電子メール, *eメール"),
        new(PersonalKind.Phone, "Japanese", "*電話, *電話番号, *携帯, *携帯電話, *連絡先, *緊急連絡先, *ファックス, *ファクス"),
        new(PersonalKind.Name, "Japanese", "*氏名, *お名前, *名前, *顧客名, *会員名, *担当者名, *患者名, *社員名, *名義, *受取人, *届け先名, *保護者, *代表者, *契約者, *宛名, *フリガナ, *ふりがな, ?担当者"),
        new(PersonalKind.FirstName, "Japanese", "名, 名カナ, 名かな, 名漢字"),
        new(PersonalKind.LastName, "Japanese", "姓, 姓カナ, 姓かな, 姓漢字, *苗字, *名字, *旧姓"),
        new(PersonalKind.Username, "Japanese", "*ユーザー名, *ユーザ名, *ニックネーム, *ログインid, *アカウント名, ?作成者, ?更新者, ?登録者"),
        new(PersonalKind.Address, "Japanese", "*住所, *番地, *建物名, *配送先, *届け先, *所在地, *町名, *丁目"),
        new(PersonalKind.City, "Japanese", "*市区町村, *出身地, *出生地, *本籍"),
        new(PersonalKind.PostalCode, "Japanese", "*郵便番号"),
        new(PersonalKind.Location, "Japanese", "緯度, 経度, *座標"),
        new(PersonalKind.NationalId, "Japanese", "*マイナンバー, *個人番号, *保険証, *被保険者番号, *免許証, *免許番号, *旅券番号, *パスポート, *基礎年金番号, *在留カード, *法人番号"),
        new(PersonalKind.Account, "Japanese", "*口座番号, *口座"),
        new(PersonalKind.Card, "Japanese", "*カード番号, *クレジットカード"),
        new(PersonalKind.Token, "Japanese", "*パスワード, *暗証番号, *秘密鍵, *認証コード"),
        new(PersonalKind.BirthDate, "Japanese", "*生年月日, *誕生日, *出生日, *年齢, *死亡日, *没年月日"),
        new(PersonalKind.Gender, "Japanese", "*性別, *敬称"),
        new(PersonalKind.Company, "Japanese", "*会社名, *勤務先, *法人名, *企業名, *屋号, ?会社"),
        new(PersonalKind.Income, "Japanese", "*給与, *年収, *月収, *時給, *所得, *賞与"),
        new(PersonalKind.Special, "Japanese", "*国籍, *血液型, *病名, *診断, *病歴, *既往歴, *アレルギー, *障害, *宗教, *婚姻, *妊娠, *処方"),
        new(PersonalKind.FreeText, "Japanese", "?備考, *メモ, ?コメント, ?内容, ?説明, ?問い合わせ, ?特記事項, ?本文, ?記録"),
        new(PersonalKind.RecordNumber, "Japanese", "*会員番号, *顧客番号, *患者番号, *社員番号, *学籍番号, *診察券番号, *カルテ番号, ?注文番号, ?予約番号, ?契約番号"),
    ];
}
