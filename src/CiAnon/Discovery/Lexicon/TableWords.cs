namespace CiAnon.Discovery.Lexicon;

/// <summary>What tables are called in the languages of central, northern and eastern Europe and, in Latin letters, of Russia and Japan; <see cref="NameContext"/> has the others.</summary>
internal static class TableWords
{
    /// <summary>Of tables with one row per person.</summary>
    public const string People = """

        , asiakas, asiakkaat, potilas, potilaat, henkilo, henkilot, jasen, jasenet, kayttaja, kayttajat, tyontekija, tyontekijat, opiskelija, opiskelijat, oppilas, oppilaat, laakari, laakarit, opettaja, opettajat, vuokralainen, lainaaja, vakuutettu, henkilosto, omistaja, huoltaja, yhteyshenkilo, matkustaja, lahjoittaja, hakija,
        bruger, brugere, medarbejder, medarbejdere, elever, laaner, laanere, lejer, lejere, rejsende, patienter, studerende, laerer, laerere, ansat, ansatte, borger, borgere, paaroerende, parorende, donor, kontaktperson, kontaktpersoner, ejer, ejere, ansoeger, deltager,
        bruker, brukere, ansatt, pasient, pasienter, leietaker, leietakere, innbygger, innbyggere, larer, deltaker, deltakere, foresatt, foresatte, giver, givere, laner, lanere, studenter, elev, eier, eiere, soker, sokere, menighetsmedlem,
        zakaznik, zakaznici, klienti, pacient, pacienti, uzivatel, uzivatele, zamestnanec, zamestnanci, student, studenti, zaci, clen, clenove, osoba, osoby, ctenar, ctenari, lekar, lekari, ucitel, ucitele, pojistenec, pojistenci, najemce, najemnik, vlastnik, vlastnici, ridic, ridici, darce, darci, obcan, obcane, kontakty, hoste, dluznik, dluznici, zadatel, zadatele,
        angajat, angajati, pacient, pacienti, client, clienti, utilizator, utilizatori, membru, membri, student, studenti, elev, elevi, profesor, profesori, medic, medici, persoana, persoane, asigurat, asigurati, chirias, cititor, cititori, abonat, abonati, cetatean, cetateni, sofer, soferi, salariat, salariati, beneficiari, donatori, parinte, parinti, contribuabil,
        ugyfel, ugyfelek, beteg, betegek, paciens, paciensek, felhasznalo, felhasznalok, dolgozo, dolgozok, munkavallalo, munkavallalok, tagok, hallgato, hallgatok, tanulo, tanulok, szemely, szemelyek, olvaso, olvasok, berlo, berlok, orvos, orvosok, tanar, tanarok, biztositott, szerzodo, kapcsolattarto, vasarlo, vasarlok, vendeg, vendegek, gondviselo, lakos, adozo, sofor,
        musteri, musteriler, hasta, hastalar, kullanici, kullanicilar, personel, calisan, calisanlar, uye, uyeler, ogrenci, ogrenciler, ogretmen, ogretmenler, kisi, kisiler, doktor, doktorlar, kiraci, kiracilar, veli, veliler, abone, aboneler, sporcu, sporcular, misafir, misafirler, sakin, vatandas, aday, adaylar, surucu, yolcu, yolcular, sigortali, bagisci,
        klienty, patsient, patsienty, polzovatel, polzovateli, sotrudnik, sotrudniki, chitatel, chitateli, uchenik, ucheniki, studenty, chelovek, lyudi, vrach, vrachi, uchitel, grazhdanin, zhilets, abonent, abonenty, pokupatel, pokupateli, voditel, chlen, chleny, rabotnik, rabotniki,
        kaiin, kokyaku, kanja, shain, riyosha, gakusei, seito, tantosha, hogosha, okyakusama, jugyoin, keiyakusha, sensei, ishi,
        고객, 회원, 사용자, 직원, 사원, 환자, 학생, 교사, 의사, 보호자, 고객정보, 회원정보, 顧客, 会員, 社員, 従業員, 患者, 学生, 生徒, 利用者, ユーザー, お客様,
        客户, 客戶, 用户, 用戶, 会员, 會員, 员工, 員工, 病人, 學生, 教师, 教師, 联系人,
        клиент, клиенты, пользователь, пользователи, сотрудник, сотрудники, пациент, пациенты, студент, студенты, ученик, ученики, врач, врачи, работник, работники, клієнт, клієнти, користувач, користувачі, співробітник, співробітники, пацієнт, пацієнти, потребител, потребители, служител, служители,
        πελατης, πελατες, χρηστης, χρηστες, υπαλληλος, υπαλληλοι, ασθενης, ασθενεις, العملاء, عملاء, الموظفين, موظفين, المرضى, مرضى, المستخدمين, الطلاب, לקוחות, עובדים, מטופלים, משתמשים, ลูกค้า, พนักงาน, ผู้ป่วย, ผู้ใช้,
        uchni, patsiienty, kliienty, pelates, pelatis, astheneis, ypalliloi, mathites, muwadhafeen, umala, marda, lakochot, ovdim, metuplim, talmidim, khach, sinh, benh, nguoi, penduduk, warga, anggota, nasabah, peserta, guru, dosen, mareez, chhatra, pasientar,
        عميل, موظف, مريض, طالب, طبيب, معلم, مستلم, مستخدم, مشترك, לקוח, עובד, מטופל, תלמיד, רופא, מורה, חולה, משתמש, клієнта, пацієнта, учня, клиента, пациента, сотрудника, ученика, студента, врача, лікаря, πελατη, ασθενη, υπαλληλου, μαθητη, ιατρου, dokter, ibu, ayah, wali, suami, istri, anak, lakoach, oved, metupal, talmid, rofe,
        עובדים, תלמידים, לקוחות, מטופלים, ספקים אנשי קשר, मरीज, छात्र, ग्राहक, कर्मचारी, жители, граждани, клиенти, служители, учні, працівники, μαθητες, العميل, الموظفون, نزلاء,
        pelanggan, karyawan, pasien, pengguna, siswa, mahasiswa, pegawai
        """;

    /// <summary>Of tables of things.</summary>
    public const string Things = """

        , tuote, tuotteet, laite, laitteet, osasto, yksikko, rooli, tila, huone, kurssi, hinnasto, varasto, palvelu, palvelut, ryhma, luokka, tyyppi, rakennus, ajoneuvo, toimipiste, tapahtuma, kirja, kirjat, aineisto,
        vare, varer, afdeling, rolle, lokale, kursus, ydelse, ydelser, bygning, koeretoej, station, stoppested, stoppesteder, bus, busser, linje, linjer, begivenhed, bog, boeger, takst, takster, butik, lager, projekter, gruppe,
        avdeling, rom, tjeneste, tjenester, bygg, kjoretoy, kirke, kirker, stasjon, hendelse, hendelser, bok, boker, arrangement, gruppe, butikk, stopp, rute, ruter,
        produkt, produkty, vyrobek, vyrobky, zbozi, oddeleni, predmet, predmety, kurz, kurzy, mistnost, mistnosti, budova, budovy, sluzba, sluzby, sklad, sklady, cenik, skupina, vozidlo, vozidla, zastavka, linka, akce, kniha, knihy, tarif, pobocka, stredisko, typ, stav, rozvrh, ucebna, jednotka,
        produs, produse, departament, sectie, rol, curs, cursuri, sala, sali, cladire, serviciu, servicii, depozit, grup, vehicul, vehicule, categorie, eveniment, carti, tarif, centru, centre, cost, oras, orase, judet, judete, magazin, proiect, unitate, materie,
        termek, termekek, cikk, cikkek, osztaly, szerepkor, tanfolyam, terem, termek, epulet, szolgaltatas, raktar, csoport, jarmu, jarmuvek, kategoria, esemeny, konyv, konyvek, dijszabas, telephely, projekt, targy, tantargy, allomas, megallo, tipus,
        urun, urunler, bolum, bolumler, rol, roller, ders, dersler, oda, odalar, bina, hizmet, hizmetler, depo, grup, gruplar, arac, araclar, kategori, etkinlik, kitap, kitaplar, tarife, sube, subeler, proje, tesis, tesisler, salon, istasyon, durak, birim, stok, il, ilce, ulke, departman,
        tovar, tovary, otdel, otdely, kniga, knigi, kurs, kursy, zdanie, usluga, uslugi, sklad, gruppa, transport, kategoriya, sobytie, tarif, predmet, stantsiya, izdanie,
        shohin, buhin, busho, shozoku, heya, koza, kamoku, sokoko, soko, kikaku, kategori, tenpo, ryokin, setsubi, kisai, eki
        """;

    /// <summary>Of tables of things, in other scripts and in Vietnamese and Indonesian.</summary>
    public const string ThingsOfScripts = """

        , منتج, صنف, فئة, قسم, دواء, مادة, مشروع, خدمة, دولة, مدينة, المنتجات, الأصناف, مخزن, מוצר, מוצרים, מחלקה, קורס, פריט, פריטים, קטגוריה, שירות, פרויקט, תרופה, מקצוע, סניף,
        สินค้า, แผนก, ยา, รายการ, หมวดหมู่, วิชา, คลัง, उत्पाद, विभाग, दवा, वस्तु, विषय, सामान, पद, barang, produk, obat, jabatan, kategori, mapel, ruang, kelas, gudang, satuan, jenis, pham, thuoc, hang hoa, lop, mon, loai, danh muc, phong, kho,
        상품, 제품, 부서, 과목, 약품, 품목, 강좌, 지점, 商品, 产品, 產品, 部门, 部門, 药品, 藥品, 课程, 課程, 物料, 仓库, 製品, 部署, 店舗, 薬品, товар, товары, товари, услуга, услуги, отдел, отделы, предмет, категория, склад, лекарство, послуга, послуги, відділ, ліки, книга, книги, стока, стоки, отдел, курс,
        προιον, προιοντα, τμημα, φαρμακο, υπηρεσια, υπηρεσιες, ειδος, ειδη, κατηγορια, μαθημα, αποθηκη
        """;

    /// <summary>Of tables of companies.</summary>
    public const string Companies = """

        , yritys, yritykset, toimittaja, toimittajat, tyonantaja, virksomhed, virksomheder, leverandor, leverandoer, leverandoerer, bedrift, bedrifter, leverandorer, foretak, firmy, dodavatel, dodavatele, spolecnost, spolecnosti, zamestnavatel, furnizor, furnizori, societate, societati, angajator, ceg, cegek, beszallito, beszallitok, vallalat,
        sirket, sirketler, tedarikci, tedarikciler, kurum, kurumlar, kompaniya, kompanii, postavshchik, postavshchiki, organizatsiya, organizatsii, kaisha, torihikisaki, shiiresaki, kigyo,
        회사, 업체, 公司, 企业, 企業, 供应商, 供應商, компания, компании, организация, организации, поставщик, поставщики, фирма, фирми, фирмы, компанія, компанії, постачальник, постачальники, доставчик, доставчици, εταιρεια, εταιρειες, προμηθευτης, προμηθευτες, شركة, شركات, مورد, موردين, חברה, חברות, ספק, ספקים, บริษัท, ผู้ขาย, कंपनी, perusahaan, pemasok, cong ty
        """;
}
