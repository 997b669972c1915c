using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Turkish words in names of columns.</summary>
internal static class TurkishNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Turkish", "eposta, e posta, eposta adresi, e posta adresi, *eposta, elektronik posta, mail adresi"),
        new(PersonalKind.Phone, "Turkish", """
            *telefon, telefon no, telefon numarasi, cep, cep telefonu, cep tel, cep no, ev telefonu, is telefonu, ev tel, is tel, gsm no, gsm, mobil telefon, faks, faks no, tel numarasi,
            acil durum tel, acil telefon
            """),
        new(PersonalKind.Name, "Turkish", """
            ?isim, adi soyadi, ad soyad, ad soyadi, adsoyad, adisoyadi, tam ad, isim soyisim, musteri adi, hasta adi, uye adi, ogrenci adi, personel adi, ilgili kisi, yetkili kisi,
            irtibat kisi, acil durum kisi, acil durum kisisi, alici, alici adi, gonderen, gonderici, kart sahibi, hesap sahibi, anne adi, baba adi, ana adi, ?veli, veli adi, ?vasi,
            ?doktor, doktor adi, ?hekim, ?yazar, ?sahibi, ?mal sahibi, ?kiraci, ?basvuran, ?sigortali, es adi, ?sofor, ?surucu, ?ogretmen, ?antrenor, ?imzalayan
            """),
        new(PersonalKind.FirstName, "Turkish", "?adi, ~ad, ikinci ad, ilk ad, gobek adi, isim adi"),
        new(PersonalKind.LastName, "Turkish", "*soyadi, soyad, soyisim, *soyisim, kizlik soyadi, onceki soyadi, evlenmeden onceki soyadi"),
        new(PersonalKind.Username, "Turkish", """
            kullanici adi, kullaniciadi, kullanici kodu, ?kullanici, rumuz, takma ad, ?olusturan, ?guncelleyen, ?degistiren, ?kaydeden, ?ekleyen, ?silen, ?onaylayan, ?duzenleyen
            """),
        new(PersonalKind.Address, "Turkish", """
            ?adresi, ev adresi, is adresi, fatura adresi, teslimat adresi, acik adres, cadde, sokak, cadde sokak, cadde adi, sokak adi, bina no, daire no, kapi no, dis kapi no,
            ic kapi no, ~daire, ~kapi, ~apartman, apartman adi, posta kutusu, ikametgah, ikamet adresi, ev no
            """),
        new(PersonalKind.City, "Turkish", """
            ?il, ?ilce, sehir, ?semt, ?mahalle, ?koy, dogum yeri, ?belde, il adi, ilce adi, memleket, nufusa kayitli il, nufusa kayitli ilce, ?kasaba
            """),
        new(PersonalKind.PostalCode, "Turkish", "posta kodu, postakodu, *posta kodu"),
        new(PersonalKind.Location, "Turkish", "enlem, boylam, koordinat, koordinatlar"),
        new(PersonalKind.NationalId, "Turkish", """
            tc, tckn, tc no, tc kimlik, tc kimlik no, tckimlik, tckimlikno, kimlik no, kimlik numarasi, vatandaslik no, pasaport, pasaport no, ehliyet, ehliyet no, surucu belgesi no,
            vergi no, vergi numarasi, vkn, vergi kimlik no, sgk no, sgk sicil no, ssk no, plaka, plaka no, sasi no, saseno, ruhsat no, nufus cuzdani, cuzdan seri no, seri no kimlik,
            ticaret sicil no, mersis no, yabanci kimlik no
            """),
        new(PersonalKind.Account, "Turkish", "hesap no, hesap numarasi, banka hesabi, banka hesap no, iban no, ?banka sube kodu"),
        new(PersonalKind.Card, "Turkish", "kart no, kart numarasi, kredi karti, kredi kart no, son kullanma tarihi kart"),
        new(PersonalKind.Token, "Turkish", """
            sifre, *sifre, parola, *parola, gizli anahtar, ?anahtar, onay kodu, dogrulama kodu, aktivasyon kodu, guvenlik kodu, gizli soru, gizli cevap, pin kodu
            """),
        new(PersonalKind.BirthDate, "Turkish", """
            dogum tarihi, dogumtarihi, dogum gunu, dogum yili, *dogum tarihi, yas, yasi, olum tarihi, vefat tarihi
            """),
        new(PersonalKind.Gender, "Turkish", "cinsiyet, cinsiyeti, hitap, ?unvan hitap"),
        new(PersonalKind.Company, "Turkish", """
            ?firma, firma adi, sirket, sirket adi, isveren, calistigi kurum, ?kurum, kurum adi, isyeri, isyeri adi, firma unvani, ticari unvan
            """),
        new(PersonalKind.Income, "Turkish", """
            maas, *maas, ucret, brut ucret, net ucret, gelir, *gelir, brut maas, net maas, saatlik ucret, ?emekli maasi
            """),
        new(PersonalKind.Special, "Turkish", """
            uyruk, uyrugu, milliyet, medeni hal, medeni durum, medeni hali, din, dini, mezhep, kan grubu, kangrubu, tani, teshis, hastalik, hastaliklar, *hastalik, alerji, alerjiler,
            *alerji, engel durumu, engelli, engel orani, ?saglik, saglik durumu, saglik raporu, ilaclar, kullandigi ilaclar, ?tedavi, asi, asilar, hamile, gebelik, sendika,
            sendika uyeligi, etnik koken, sabika, sabika kaydi, olum nedeni, sigara kullanimi, ?diyet
            """),
        new(PersonalKind.FreeText, "Turkish", """
            ?aciklama, ?aciklamalar, ?notlar, ?yorum, ?yorumlar, ?mesaj, ?metin, ?icerik, ?dusunceler, ?sikayet, ?gorus, ?oneri, ?detay, ?tanim metni, ?gerekce
            """),
        new(PersonalKind.Device, "Turkish", "cihaz no, cihaz id, cihaz seri no, mac adresi"),
        new(PersonalKind.Ip, "Turkish", "ip adresi"),
        new(PersonalKind.RecordNumber, "Turkish", """
            ?uye no, ?musteri no, ?hasta no, ?protokol no, ?dosya no, ?sicil no, ?personel no, ?ogrenci no, ?okul no, ?abone no, ?police no, ?sozlesme no, ?fatura no, ?siparis no,
            ?basvuru no, ?makbuz no, ?evrak no, ?esas no, ?karar no, ?lisans no, ?rezervasyon no, ?takip no, ?kargo takip no, ?uyelik no, ?musteri kodu, ?cari kod, ?cari kodu
            """),
    ];
}
