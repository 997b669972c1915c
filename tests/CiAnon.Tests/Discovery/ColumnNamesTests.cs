using CiAnon.Discovery;
using CiAnon.Discovery.Lexicon;
using CiAnon.Strategies;

namespace CiAnon.Tests.Discovery;

public class ColumnNamesTests
{
    // What "unlisted: fail" has always asked about: it must never ask about less.
    [Theory]
    [InlineData("email")]
    [InlineData("dateOfBirth")]
    [InlineData("Home Phone")]
    [InlineData("SSN")]
    [InlineData("customerSSN")]
    [InlineData("HomeIP")]
    [InlineData("user-name")]
    [InlineData("national_id")]
    [InlineData("tax_id")]
    [InlineData("geburtsdatum")]
    [InlineData("Nachname")]
    [InlineData("zip")]
    [InlineData("latitude")]
    [InlineData("address2")]
    [InlineData("tel2")]
    [InlineData("basesalary")]
    [InlineData("Jahresgehalt")]
    [InlineData("kontostand")]
    public void Names_that_speak_of_persons(string column) => Assert.True(ColumnNames.Recognize("t", column)?.Asks);

    [Theory]
    [InlineData("age, alter, bic, blood, card, cc, cell, cvc, cvv, dni, dob, fax, geo, iban, ip, lat, lng, lon, long, mail, mac, name, nif, nin, nir, pan, pesel, pin, plate, plz, pwd")]
    [InlineData("race, religion, secret, sex, sin, ssn, tel, token, vat, wage, zip, lohn, ort, ville, cp")]
    [InlineData("myaddress, adresse, birthx, geburtx, naissance, nacimiento, diagnosen, disability, emailx, ethnicity, firstname, gendered, geschlecht, healthy, incomes, lastname")]
    [InlineData("latitudes, licences, licensed, longitudes, mobiles, nationality, gehalt, monatslohn, passports, passwds, passwords, phones, postals, postcodes, kontonummern, hausstrasse, streets, surnames")]
    [InlineData("salaire, salary, stundenlohn, sueldo, telefone, usernames, vorname, nachname, prenom, apellido, credit_cards, creditcard, social_security")]
    public void Words_that_ask_whatever_the_type(string columns) =>
        Assert.All(columns.Split(", "), column => Assert.True(ColumnNames.Recognize("t", column)?.Asks, column));

    [Theory]
    [InlineData("id")]
    [InlineData("address_id")]
    [InlineData("AddressId")]
    [InlineData("status")]
    [InlineData("page")]
    [InlineData("shipping")]
    [InlineData("created_at")]
    [InlineData("discard")]
    [InlineData("email_verified")]
    [InlineData("emailVerified")]
    [InlineData("phone_verified_at")]
    [InlineData("has_phone")]
    [InlineData("card_count")]
    [InlineData("token_count")]
    [InlineData("password_changed_at")]
    [InlineData("role_name")]
    [InlineData("file_name")]
    [InlineData("fileName")]
    [InlineData("table_name")]
    [InlineData("hostname")]
    [InlineData("product_name")]
    [InlineData("email_template")]
    [InlineData("num_addresses")]
    public void Names_that_do_not(string column) => Assert.NotEqual(true, ColumnNames.Recognize("t", column)?.Asks);

    [Theory]
    [InlineData("customers", "name", PersonalKind.Name)]
    [InlineData("kunden", "name", PersonalKind.Name)]
    [InlineData("empleados", "nombre", PersonalKind.FirstName)]
    [InlineData("clients", "nom", PersonalKind.LastName)]
    [InlineData("orders", "customer_name", PersonalKind.Name)]
    [InlineData("suppliers", "name", PersonalKind.Company)]
    [InlineData("products", "name", null)]
    [InlineData("user_roles", "name", null)]
    [InlineData("abteilungen", "name", null)]
    [InlineData("orders", "productName", null)]
    public void A_name_is_of_a_person_when_the_table_or_the_words_say_so(string table, string column, PersonalKind? kind)
    {
        var verdict = ColumnNames.Recognize(table, column)!;
        Assert.Equal(kind, verdict.Kind);
        Assert.True(verdict.Strength >= 0.8, verdict.Why);
    }

    [Theory]
    [InlineData("English", "cust_email Email|home_phone Phone|IPAddress Ip|user_agent Device|credit_card_number Card|bank_account Account|passportNo NationalId|blood_type Special|maiden_name LastName|zipcode PostalCode|birth_date BirthDate")]
    [InlineData("German", "Telefonnummer Phone|kundenadresse Address|Straße Address|geb_datum BirthDate|Kontoinhaber Name|steuernummer NationalId|krankenversichertennummer NationalId|anrede Gender|bemerkungen FreeText|wohnort City|Empfänger Name|Führerschein NationalId")]
    [InlineData("French", "prénom FirstName|nom_de_famille LastName|date_naissance BirthDate|code_postal PostalCode|téléphone Phone|courriel Email|num_secu NationalId|mot_de_passe Token|civilité Gender|salaire_brut Income")]
    [InlineData("Spanish", "apellidos LastName|correo_electronico Email|fecha_nacimiento BirthDate|teléfono_móvil Phone|código_postal PostalCode|dirección Address|contraseña Token|sueldo Income|dni NationalId")]
    [InlineData("Italian", "cognome LastName|codice_fiscale NationalId|data_nascita BirthDate|indirizzo Address|stipendio Income")]
    [InlineData("Dutch", "achternaam LastName|bsn NationalId|geboortedatum BirthDate|wachtwoord Token|woonplaats City")]
    [InlineData("Portuguese", "sobrenome LastName|cpf NationalId|endereço Address|senha Token")]
    [InlineData("Polish", "nazwisko LastName|imię FirstName|hasło Token|data_urodzenia BirthDate|kod_pocztowy PostalCode")]
    [InlineData("Swedish", "efternamn LastName|personnummer NationalId|lösenord Token|postnummer PostalCode")]
    [InlineData("Danish", "efternavn LastName|fødselsdato BirthDate|cpr_nr NationalId|adgangskode Token|postnr PostalCode")]
    [InlineData("Norwegian", "etternavn LastName|fødselsnummer NationalId|passord Token|poststed City|epost Email")]
    [InlineData("Finnish", "sukunimi LastName|henkilötunnus NationalId|salasana Token|sähköposti Email|syntymäaika BirthDate")]
    [InlineData("Czech", "příjmení LastName|rodné_číslo NationalId|heslo Token|psč PostalCode|datum_narození BirthDate")]
    [InlineData("Hungarian", "vezetéknév LastName|anyja_neve Name|jelszó Token|irányítószám PostalCode|születési_dátum BirthDate")]
    [InlineData("Romanian", "prenume FirstName|cnp NationalId|parola Token|cod_poștal PostalCode|data_nașterii BirthDate")]
    [InlineData("Turkish", "soyadı LastName|doğum_tarihi BirthDate|şifre Token|posta_kodu PostalCode|ehliyet_no NationalId")]
    [InlineData("Russian", "familiya LastName|otchestvo FirstName|data_rozhdeniya BirthDate|snils NationalId|parol Token")]
    [InlineData("Japanese", "shimei Name|seinengappi BirthDate|yubin_bango PostalCode|denwa_bango Phone|jusho Address")]
    [InlineData("Japanese", "氏名 Name|姓 LastName|名 FirstName|生年月日 BirthDate|顧客住所 Address|携帯電話番号 Phone|マイナンバー NationalId|備考 FreeText")]
    [InlineData("Korean", "이름 Name|고객이름 Name|주민등록번호 NationalId|생년월일 BirthDate|배송지_주소 Address|비밀번호 Token|휴대폰 Phone|혈액형 Special")]
    [InlineData("Chinese", "姓名 Name|客户手机号 Phone|身份证号 NationalId|出生日期 BirthDate|詳細地址 Address|密碼 Token|xingming Name|备注 FreeText")]
    [InlineData("Russian", "фамилия LastName|имя FirstName|ФИО Name|дата_рождения BirthDate|адресДоставки Address|паспорт NationalId|телефон Phone|пароль Token")]
    [InlineData("Ukrainian", "прізвище LastName|по_батькові FirstName|дата_народження BirthDate|електронна_пошта Email")]
    [InlineData("Bulgarian", "егн NationalId|фамилно_име LastName|дата_на_раждане BirthDate|заплата Income")]
    [InlineData("Greek", "επώνυμο LastName|ΑΦΜ NationalId|ημερομηνία_γέννησης BirthDate|διεύθυνση Address|τηλέφωνο Phone")]
    [InlineData("Arabic", "تاريخ_الميلاد BirthDate|رقم_الهوية NationalId|رقم_الجوال Phone|اسم_العائلة LastName|العنوان Address")]
    [InlineData("Hebrew", "שם_משפחה LastName|תעודת_זהות NationalId|תאריך_לידה BirthDate|כתובת Address|סיסמה Token")]
    [InlineData("Thai", "นามสกุล LastName|วันเกิด BirthDate|ที่อยู่ Address|เบอร์โทรศัพท์ Phone|รหัสผ่าน Token")]
    [InlineData("Hindi", "मोबाइल_नंबर Phone|जन्म_तिथि BirthDate|पता Address|पिता_का_नाम FirstName")]
    [InlineData("Vietnamese", "họ_tên Name|địa_chỉ Address|ngày_sinh BirthDate|so_dien_thoai Phone|mat_khau Token")]
    [InlineData("Indonesian", "nama_lengkap Name|tanggal_lahir BirthDate|alamat_rumah Address|no_ktp NationalId|jenis_kelamin Gender")]
    public void Languages(string language, string pairs)
    {
        foreach (var pair in pairs.Split('|').Select(pair => pair.Split(' ')))
            Assert.Equal(pair[1], ColumnNames.Recognize("t", pair[0])?.Kind?.ToString());
        Assert.Contains(language, NameLexicon.Languages);
    }

    [Theory]
    [InlineData("mail", "name 'mail' (English)")]
    [InlineData("login", "name 'login' (English)")]
    [InlineData("prezdivka", "name 'prezdivka' (Czech)")]
    [InlineData("initialen", "name 'initialen' (German or Dutch)")]
    [InlineData("telefon", "name 'telefon' (10 languages)")]
    public void A_word_is_said_to_be_of_all_languages_that_have_it_or_of_English(string column, string why) => Assert.Equal(why, ColumnNames.Recognize("t", column)?.Why);

    [Theory]
    [InlineData("loginid", PersonalKind.Username)]
    [InlineData("federated_user_id", PersonalKind.Username)]
    [InlineData("created_by", PersonalKind.Username)]
    [InlineData("encrypted_value", PersonalKind.Token)]
    [InlineData("last4", PersonalKind.Card)]
    [InlineData("creditcardapprovalcode", null)]
    [InlineData("disabled_at", null)]
    [InlineData("smtp_address", null)]
    [InlineData("max_tokens", null)]
    [InlineData("user_count", null)]
    public void Words_of_products(string column, PersonalKind? kind) => Assert.Equal(kind, ColumnNames.Recognize("t", column)?.Kind);

    [Theory]
    [InlineData("phonenumbertype", "name")]
    [InlineData("channels", "display_name")]
    [InlineData("uffici", "nome")]
    [InlineData("badges", "description")]
    [InlineData("macros", "template")]
    [InlineData("packages", "license")]
    public void What_things_are_called_and_said_of_is_nobodys(string table, string column) => Assert.NotEqual(true, ColumnNames.Recognize(table, column)?.Asks);

    [Theory]
    [InlineData("employeepayhistory", "rate", PersonalKind.Income)]
    [InlineData("sessions", "id", PersonalKind.Token)]
    [InlineData("profiles", "nickname", PersonalKind.Username)]
    [InlineData("profiles", "display_name", PersonalKind.Name)]
    [InlineData("organizations", "display_name", PersonalKind.Company)]
    [InlineData("tickets", "description", PersonalKind.FreeText)]
    public void What_a_column_means_the_table_says(string table, string column, PersonalKind kind) => Assert.Equal(kind, ColumnNames.Recognize(table, column)?.Kind);

    [Fact]
    public void A_comment_speaks_where_the_name_is_silent()
    {
        Assert.Equal(PersonalKind.Email, ColumnNames.Recognize("t", "c17", "E-mail address of the buyer")?.Kind);
        Assert.Null(ColumnNames.Recognize("t", "c17", "internal counter"));
        Assert.Null(ColumnNames.Recognize("t", "row_id", "points to the passport number"));
    }

    [Theory]
    [InlineData("num_documento", PersonalKind.NationalId)]
    [InlineData("numero_do_passaporte", PersonalKind.NationalId)]
    [InlineData("cislo_bytu", PersonalKind.Address)]
    [InlineData("daire_no", PersonalKind.Address)]
    [InlineData("passinumero", PersonalKind.NationalId)]
    [InlineData("hesap_no", PersonalKind.Account)]
    [InlineData("num_phones", null)]
    [InlineData("passinumero_tyyppi", null)]
    [InlineData("cislo_mistnosti", null)]
    public void A_number_is_of_what_stands_beside_it(string column, PersonalKind? kind) => Assert.Equal(kind, ColumnNames.Recognize("t", column)?.Kind);

    [Theory]
    [InlineData("fec_nac", PersonalKind.BirthDate)]
    [InlineData("szul_hely", PersonalKind.City)]
    [InlineData("emailadr", PersonalKind.Email)]
    [InlineData("device_os", null)]
    public void Shortened_words_say_what_they_are_short_for(string column, PersonalKind? kind) => Assert.Equal(kind, ColumnNames.Recognize("t", column)?.Kind);

    [Theory]
    [InlineData("recipient_housenumber", PersonalKind.Address)]
    [InlineData("titular_cuenta", PersonalKind.Name)]
    [InlineData("codice_destinatario", PersonalKind.RecordNumber)]
    [InlineData("address_care_of", PersonalKind.Name)]
    public void Whose_it_is_does_not_say_what_it_is(string column, PersonalKind kind) => Assert.Equal(kind, ColumnNames.Recognize("t", column)?.Kind);

    [Theory]
    [InlineData("pazienti", "codice", PersonalKind.RecordNumber)]
    [InlineData("medewerkers", "identificatie", PersonalKind.RecordNumber)]
    [InlineData("prodotti", "codice", null)]
    [InlineData("order_lines", "reference", PersonalKind.RecordNumber)]
    [InlineData("direcciones", "numero", PersonalKind.Address)]
    [InlineData("oauth_clients", "name", null)]
    public void What_a_code_or_a_number_is_of_the_table_says(string table, string column, PersonalKind? kind) => Assert.Equal(kind, ColumnNames.Recognize(table, column)?.Kind);
}
