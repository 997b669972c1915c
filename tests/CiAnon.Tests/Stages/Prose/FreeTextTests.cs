using System.Text;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;
using CiAnon.Tests.Residual;
using CiAnon.Tests.Strategies;

namespace CiAnon.Tests.Stages.Prose;

/// <summary>Texts that stay, but for who is named in them.</summary>
public sealed class FreeTextTests : IDisposable
{
    // Names and addresses that no dictionary has: only the columns tell.
    private readonly KnownPeople _people = new(
        [
            (PersonalKind.Name, "Zoltra Quibbleton", "Riley Blanda"), (PersonalKind.Email, "zoltra.q@quillmail.com", "user_1@anon.example"),
            (PersonalKind.Phone, "+49 170 1234567", "+49 555 0000001"), (PersonalKind.Username, "zoltra77", "gold_fox"), (PersonalKind.Ip, "10.20.30.40", "10.99.99.99"),
        ],
        [
            (PersonalKind.FirstName, "Éloïse", "Clint"), (PersonalKind.LastName, "Xavière-Brumß", "Rempel"), (PersonalKind.Phone, "7345518", "555-0199"),
            (PersonalKind.NationalId, "QX-99-81-77", "AA-00-00-01"), (PersonalKind.Address, "Kvarnbacken 17, 12345 Uddby", "Elm Street 1, 99999 Nowhere"),
        ]);

    public void Dispose() => _people.Dispose();

    [Theory]
    [InlineData("Zoltra Quibbleton called.", "Riley Blanda called.")]
    [InlineData("ZOLTRA QUIBBLETON called, zoltra quibbleton, that is.", "Riley Blanda called, Riley Blanda, that is.")]
    [InlineData("Zoltra\n  Quibbleton called", "Riley Blanda called")]
    [InlineData("For Quibbleton, Zoltra: a parcel", "For Riley Blanda: a parcel")]
    [InlineData("(Zoltra Quibbleton)'s case; Zoltra-Quibbleton", "(Riley Blanda)'s case; Riley Blanda")]
    [InlineData("Éloïse Xavière-Brumß and eloise xaviere brumss", "Clint Rempel and Clint Rempel")]
    [InlineData("E\u0301loi\u0308se Xavie\u0300re-Brumß wrote", "Clint Rempel wrote")]
    [InlineData("XAVIÈRE-BRUMSS, Éloïse – 中文 – ja", "Clint Rempel – 中文 – ja")]
    public void Names_are_found_in_either_order_whatever_their_case_and_accents(string text, string expected) => Assert.Equal(expected, _people.In(text));

    [Theory]
    [InlineData("write to zoltra.q@quillmail.com.", "write to user_1@anon.example.")]
    [InlineData("<Zoltra.Q@QuillMail.com>", "<user_1@anon.example>")]
    [InlineData("mailto:zoltra.q@quillmail.com?subject=x", "mailto:user_1@anon.example?subject=x")]
    [InlineData("call +49 170 1234567 or 0170/1234567, 0170-123 45 67, (0170) 1234567", "call +49 555 0000001 or +49 555 0000001, +49 555 0000001, +49 555 0000001")]
    [InlineData("0049 170 1234567", "+49 555 0000001")]
    [InlineData("ring 734 55 18 today, 7345518 tomorrow", "ring 555-0199 today, 555-0199 tomorrow")]
    [InlineData("login zoltra77 from 10.20.30.40.", "login gold_fox from 10.99.99.99.")]
    [InlineData("id QX 99 81 77, lives at Kvarnbacken 17, 12345 Uddby", "id AA-00-00-01, lives at Elm Street 1, 99999 Nowhere")]
    public void What_columns_hold_gets_the_pseudonym_that_it_got_there(string text, string expected) => Assert.Equal(expected, _people.In(text));

    [Theory]
    [InlineData("Z. Quibbleton called")]
    [InlineData("zoltra dot q at quillmail dot com")]
    [InlineData("token em9sdHJhLnFAcXVpbGxtYWlsLmNvbQ== sent")]
    [InlineData("?mail=zoltra.q%40quillmail.com&x=1")]
    [InlineData("1d5d5f5f zoltra.q &#64; zoltra.q&#64;quillmail.com")]
    public void Whatever_the_search_for_originals_finds_is_replaced_and_the_rest_stays(string text)
    {
        Assert.NotEmpty(_people.Originals.In(text).Hits());
        var result = _people.In(text);
        Assert.Empty(_people.Originals.In(result).Hits());
        Assert.DoesNotContain("Quibbleton", result, StringComparison.OrdinalIgnoreCase);
        Assert.True(result.Length > 10, result);
    }

    [Theory]
    [InlineData("Zoltra was here, and Quibbleton too; zoltraq, Quibbletonians.")]
    [InlineData("QuibbletonZoltra, zoltraquibbleton and Zoltra the Quibbleton")]
    [InlineData("Order 1234567 of 2024-01-15 costs 1,234.50 EUR")]
    [InlineData("Nothing happened.\n\n\tAt all: 中文, 🙂, \\ and \"quotes\".")]
    [InlineData(" ")]
    public void Everything_else_stays_byte_for_byte(string text) => Assert.Equal(text, _people.In(text));

    [Theory]
    [InlineData("My name is Zoltra Quibbleton. Regards\nZoltra", "My name is Riley Blanda. Regards\nRiley")]
    [InlineData("Quibbleton, Zoltra: Mr Quibbleton is angry, zoltra says", "Riley Blanda: Mr Blanda is angry, zoltra says")]
    [InlineData("Zoltra called. Zoltras Quibbleton", "Zoltra called. Zoltras Quibbleton")]
    public void A_name_alone_is_replaced_where_the_text_has_the_whole_one(string text, string expected) => Assert.Equal(expected, _people.In(text));

    [Theory]
    [InlineData("Hi Katja, thanks", "Hi Velma, thanks")]
    [InlineData("Thanks!\nRegards, Zoltra", "Thanks!\nRegards, Onie")]
    [InlineData("Dear Mr Quibbleton, dear Ms. Rose", "Dear Mr Rempel, dear Ms. Clint")]
    [InlineData("we spoke with Katja and KATJA; Katja's order", "we spoke with Velma and Velma; Velma's order")]
    [InlineData("Katja’s order, KATJA'S and KATJA’S", "Velma’s order, Velma'S and Velma’S")]
    [InlineData("Katjas order, Katja-Lina, Lina-Katja and Quibbleton and Zoltra", "Velmas order, Katja-Lina, Lina-Katja and Quibbleton and Zoltra")]
    [InlineData("told katja, (katja) and katja's order. katja", "told Velma, (Velma) and Velma's order. Velma")]
    [InlineData("hi zoltra, thanks, dear mr quibbleton\nregards, katja", "hi Onie, thanks, dear mr Rempel\nregards, Velma")]
    [InlineData("Herrn Quibbletons Konto, Katjas' and d'Katja; „Katja“ – Katja…", "Herrn Rempels Konto, Velmas' and d'Velma; „Velma“ – Velma…")]
    [InlineData("x.katja@y, /katja/, katja_1, _katja, katja2, my-katja, KATJA=1.katja.", "x.katja@y, /katja/, katja_1, _katja, katja2, my-katja, Velma=1.katja.")]
    [InlineData("he said so: till romans come, thanks again; hi quibbleton, in ville", "he said so: till romans come, thanks again; hi quibbleton, in ville")]
    [InlineData("Romans and Germans wear Jeans", "Romans and Germans wear Jeans")]
    [InlineData("Rose wine from Georgia in May; Will you send it? An Unknown Test.", "Rose wine from Georgia in May; Will you send it? An Unknown Test.")]
    [InlineData("Dear Customer, Dear Team", "Dear Customer, Dear Team")]
    public void A_name_of_the_runs_is_replaced_alone_where_its_place_or_the_dictionary_says_that_it_is_one(string text, string expected)
    {
        using var people = new KnownPeople(
            [(PersonalKind.FirstName, "Katja", "Velma"), (PersonalKind.LastName, "Quibbleton", "Rempel")], [(PersonalKind.FirstName, "Zoltra", "Onie")], [(PersonalKind.FirstName, "Rose", "Clint")],
            [(PersonalKind.FirstName, "Georgia", "Al")], [(PersonalKind.FirstName, "May", "Bo")], [(PersonalKind.FirstName, "Will", "Cy")], [(PersonalKind.FirstName, "Unknown", "Di")],
            [(PersonalKind.FirstName, "Test", "Ed")], [(PersonalKind.FirstName, "Customer", "Flo")], [(PersonalKind.LastName, "Team", "Gus")],
            [(PersonalKind.FirstName, "Said", "Hal")], [(PersonalKind.FirstName, "Till", "Ike")], [(PersonalKind.FirstName, "Roman", "Jo")], [(PersonalKind.FirstName, "Again", "Ken")],
            [(PersonalKind.FirstName, "Ville", "Lou")], [(PersonalKind.FirstName, "Germán", "Mo")], [(PersonalKind.FirstName, "Jean", "Ned")]);
        Assert.Equal(expected, people.In(text));
        Assert.Equal(text, people.In(text, "kinds=[\"email\"]"));
    }

    [Theory]
    [InlineData("Herr Müller, Herr Mueller, Herr MUELLER and Frau Muellers dog", "Herr Rempel, Herr Rempel, Herr Rempel and Frau Rempels dog")]
    [InlineData("Frau Joergensen and Frau Jörgensen", "Frau Blanda and Frau Blanda")]
    [InlineData("told José, Jose and jose; Bjoern and Björn", "told Clint, Clint and Clint; Onie and Onie")]
    [InlineData("Michal told Samul", "Michal told Samul")]
    public void A_name_alone_is_known_without_accents_and_with_its_umlauts_spelled_out_or_not(string text, string expected)
    {
        using var people = new KnownPeople([(PersonalKind.LastName, "Müller", "Rempel")], [(PersonalKind.LastName, "Joergensen", "Blanda")], [(PersonalKind.FirstName, "José", "Clint")],
            [(PersonalKind.FirstName, "Björn", "Onie")], [(PersonalKind.FirstName, "Michael", "Al")], [(PersonalKind.FirstName, "Samuel", "Bo")]);
        Assert.Equal(expected, people.In(text));
    }

    [Theory]
    [InlineData("Jörg Müller wrote; Joerg and Mueller, Müllers car, jörg", "Riley Blanda wrote; Riley and Blanda, Blandas car, Riley")]
    [InlineData("MÜLLER, Jörg: Joergs car, müller and Jörgen", "Riley Blanda: Rileys car, müller and Jörgen")]
    public void A_name_alone_is_known_from_the_whole_one_however_it_is_spelled(string text, string expected)
    {
        using var people = new KnownPeople([(PersonalKind.Name, "Jörg Müller", "Riley Blanda")], [(PersonalKind.Name, "Jörg Otherton", "Clint Rempel")]);
        Assert.Equal(expected, people.In(text));
    }

    [Fact]
    public void A_name_alone_has_the_pseudonym_of_the_first_row_also_where_one_column_holds_whole_names()
    {
        using var people = new KnownPeople([(PersonalKind.Name, "Katja Quibbleton", "Velma Rempel")], [(PersonalKind.Name, "Katja Otherton", "Onie Blanda")]);
        Assert.Equal("Hi Velma! Mr. Otherton is here.", people.In("Hi Katja! Mr. Otherton is here.").Replace("Blanda", "Otherton"));
        Assert.Equal("Herr Blanda", people.In("Herr Otherton"));
    }

    [Theory]
    [InlineData("Invoice for Quillmail & Söhne GmbH.", "Invoice for Acme Ltd.")]
    [InlineData("QUILLMAIL & SÖHNE called, Quillmail und Söhne too", "Acme Ltd called, Quillmail und Söhne too")]
    [InlineData("a Good Food Company product", "a Bits Inc product")]
    [InlineData("the good food company that we like", "the good food company that we like")]
    [InlineData("Oracle says, Quillmail says, Good says", "Oracle says, Quillmail says, Good says")]
    [InlineData("Zorbix Holdings and Zorbix Holdings GmbH; the holdings of Zorbix", "Cog SE and Cog SE; the holdings of Zorbix")]
    [InlineData("The Company is The Company", "The Company is The Company")]
    public void Companies_of_the_runs_are_replaced_where_two_words_say_so(string text, string expected)
    {
        using var people = new KnownPeople([(PersonalKind.Company, "Quillmail & Söhne GmbH", "Acme Ltd")], [(PersonalKind.Company, "Oracle", "Beta Inc")], [(PersonalKind.Company, "Good Food Company", "Bits Inc")],
            [(PersonalKind.Company, "Zorbix Holdings GmbH", "Cog SE")], [(PersonalKind.Company, "The Company Ltd", "Dot AG")]);
        Assert.Equal(expected, people.In(text));
        Assert.Empty(people.Originals.In(text).Hits());
    }

    [Theory]
    [InlineData("write to someone.else@web.de, please", "email")]
    [InlineData("my IBAN is DE89 3704 0044 0532 0130 00.", "iban")]
    [InlineData("card 4111 1111 1111 1111!", "card")]
    [InlineData("call +44 20 7946 1234 now", "phone")]
    [InlineData("from 93.184.216.34 again", "ip")]
    [InlineData("see https://shop.example.org/orders/173?user=anna, there", "url")]
    [InlineData("talked to Michael Johnson about it", "name")]
    public void Unknown_values_are_replaced_as_a_column_of_their_own_would_have_them(string text, string strategy)
    {
        var result = _people.In(text);
        Assert.NotEqual(text, result);
        var (prefix, suffix) = Around(text, result);
        var original = text[prefix..^suffix];
        // What both have in common at its ends belongs to the value as well.
        Assert.Contains(Enumerable.Range(0, prefix + 1).SelectMany(before => Enumerable.Range(0, suffix + 1).Select(behind => (Value: text[(prefix - before)..^(suffix - behind)], Result: result[(prefix - before)..^(suffix - behind)]))),
            pair => pair.Value.Length > 0 && MaskedOrNull(strategy, pair.Value) == pair.Result);
        Assert.Equal(text, _people.In(text, $"kinds=[\"{(strategy == "email" ? "ip" : "email")}\"]"));
        Assert.True(original.Length > 0);
    }

    // A piece of a value may be none that the strategy takes.
    private static string? MaskedOrNull(string strategy, string value)
    {
        try
        {
            return StrategyRun.Mask(strategy).Of(value);
        }
        catch (MaskException)
        {
            return null;
        }
    }

    [Fact]
    public void A_known_address_gets_its_own_pseudonym_whatever_kinds_are_chosen() =>
        Assert.Equal("user_1@anon.example", _people.In("zoltra.q@quillmail.com", "kinds=[\"ip\"]"));

    [Fact]
    public void Originals_whose_pseudonym_nobody_knows_are_named_by_their_kind()
    {
        using var people = new KnownPeople([(PersonalKind.Name, "Zoltra Quibbleton", ""), (PersonalKind.Username, "zoltra77", "")]);
        Assert.Equal("[name] is [username]", people.In("Zoltra Quibbleton is zoltra77", "kinds=[\"ip\"]"));
    }

    [Fact]
    public void Beyond_the_bound_originals_are_found_and_named_by_their_kind()
    {
        var pseudonyms = new Pseudonyms(mostEntries: 3);
        using var people = new KnownPeople(pseudonyms, [.. Enumerable.Range(10, 40).Select(i => new[] { (PersonalKind.Username, $"zoltra{i}", $"p{i}") })]);
        var results = Enumerable.Range(10, 40).Select(i => people.In($"I am zoltra{i}")).ToList();
        Assert.Equal(3, results.Count(result => result != "I am [username]"));
        Assert.All(results, result => Assert.DoesNotContain("zoltra", result, StringComparison.Ordinal));
        Assert.Equal(37, pseudonyms.Forgotten);
    }

    [Fact]
    public void Pseudonyms_that_are_somebody_elses_name_are_counted_and_others_stay_leaks()
    {
        using var people = new KnownPeople([(PersonalKind.Name, "Zoltra Quibbleton", "Ormond Vexley")], [(PersonalKind.Name, "Ormond Vexley", "Riley Blanda")]);
        Assert.Equal("Ormond Vexley asks", people.In("Zoltra Quibbleton asks"));
        Assert.Equal("Riley Blanda asks", people.In("Ormond Vexley asks"));

        // One value was given this name, so one may have it.
        Assert.Empty(Settled(people, "Ormond Vexley asks", "Riley Blanda asks"));
        Assert.Equal(2, Assert.Single(Settled(people, "Ormond Vexley asks", "Ormond Vexley again")).Count);
    }

    [Theory]
    [InlineData("born 1987-03-14.", "born 1986-12-30.")]
    [InlineData("born 14.03.1987 or 14.3.1987", "born 30.12.1986 or 30.12.1986")]
    [InlineData("(14/03/1987) 3/14/1987", "(30/12/1986) 12/30/1986")]
    [InlineData("19870314 and 1987/03/14", "19861230 and 1986/12/30")]
    [InlineData("14. März 1987, March 14th, 1987; 14-Mar-1987 and 14MAR1987", "1986-12-30, 1986-12-30; 1986-12-30 and 1986-12-30")]
    [InlineData("at 1987-03-14T10:30:00Z", "at 1986-12-30T10:30:00Z")]
    [InlineData("called on 1987-03-15, ordered 2024-03-14, id 14.03", "called on 1987-03-15, ordered 2024-03-14, id 14.03")]
    public void A_date_of_birth_of_the_run_gets_the_date_that_it_got_there_written_as_before(string text, string expected)
    {
        using var people = new KnownPeople([(PersonalKind.Name, "Zoltra Quibbleton", "Riley Blanda"), (PersonalKind.BirthDate, "1987-03-14", "1986-12-30")]);
        Assert.Equal(expected, people.In(text));
    }

    [Theory]
    [InlineData("", "born [birth-date], that is")]
    [InlineData("about 1987", "born about 1987, that is")]
    public void A_date_of_birth_whose_column_has_no_date_any_more_goes_all_the_same(string pseudonym, string expected)
    {
        using var people = new KnownPeople([(PersonalKind.BirthDate, "1987-03-14", pseudonym)]);
        Assert.Equal(expected, people.In("born 1987-03-14, that is"));
    }

    [Fact]
    public void What_other_parts_of_JSON_may_hold_by_chance_is_a_leak_in_a_text_of_it()
    {
        var mask = _people.Mask("paths=[{\"path\":\"$.notes[*]\",\"strategy\":\"free_text\",\"options\":{}},{\"path\":\"$.who\",\"strategy\":\"name\",\"options\":{}}];unlisted=keep", "json",
            new("jsonb", CiAnon.Catalogs.TypeKind.Json, "jsonb"));
        Assert.Equal(0, Hits("{\"who\": \"Zoltra Quibbleton\", \"notes\": [\"x\"]}"));
        Assert.Equal(1, Hits("{\"who\": \"Riley Blanda\", \"notes\": [\"x\", \"by Zoltra Quibbleton\"]}"));
        Assert.Equal(1, Hits("{\"who\": \"Zoltra Quibbleton\", \"notes\": [\"by Zoltra Quibbleton\"]}"));

        // Unless the run put it there.
        _people.Originals.Insertions.Add(_people.Originals.Fingerprints.Of("zoltraquibbleton"u8));
        Assert.Equal(0, Hits("{\"who\": \"Zoltra Quibbleton\", \"notes\": [\"by Zoltra Quibbleton\"]}"));

        int Hits(string value)
        {
            var column = new CiAnon.Residual.ScannedColumn(CiAnon.Catalogs.TypeKind.Json, "jsonb", [PersonalKind.Name]) { HasInsertions = true, JudgesInsertions = true, Parts = mask };
            var scanner = new CiAnon.Residual.FieldScanner(_people.Originals, [column]);
            scanner.Field(0, Encoding.UTF8.GetBytes(value));
            return scanner.Tally().Hits().Count;
        }
    }

    [Fact]
    public void Texts_inside_of_JSON_are_rewritten()
    {
        var mask = _people.Mask("paths=[{\"path\":\"$.notes[*]\",\"strategy\":\"free_text\",\"options\":{}}];unlisted=keep", "json", new("jsonb", CiAnon.Catalogs.TypeKind.Json, "jsonb"));
        Assert.Equal("{\"notes\": [\"Riley Blanda \\\"called\\\"\", \"x\"], \"n\": 1}", mask.Of("{\"notes\": [\"Zoltra Quibbleton \\\"called\\\"\", \"x\"], \"n\": 1}"));
    }

    [Fact]
    public void A_text_that_grows_is_cut_to_its_columns_room() =>
        Assert.Equal("By user_1@an", _people.Mask(type: StrategyRun.Varchar(12)).Of("By zoltra.q@quillmail.com").Trim());

    [Fact]
    public void Unknown_kinds_are_refused() =>
        Assert.StartsWith("knows no kind 'faces'; kinds are email, phone, name, address, iban", StrategyRun.Problem("free_text", options: "kinds=[\"email\",\"faces\"]"), StringComparison.Ordinal);

    private static IReadOnlyList<CiAnon.Residual.ResidualHit> Settled(KnownPeople people, params string[] texts)
    {
        var scanner = new CiAnon.Residual.FieldScanner(people.Originals, [new(CiAnon.Catalogs.TypeKind.Text, "text", []) { HasInsertions = true }]);
        foreach (var text in texts) scanner.Field(0, Encoding.UTF8.GetBytes(text));
        var tally = scanner.Tally();
        people.Originals.Insertions.Settle([tally]);
        return tally.Hits();
    }

    // Characters that both have in common at the beginning and at the end.
    private static (int Prefix, int Suffix) Around(string text, string result)
    {
        var prefix = text.Zip(result).TakeWhile(pair => pair.First == pair.Second).Count();
        var suffix = text[prefix..].Reverse().Zip(result[prefix..].Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return (prefix, suffix);
    }
}
