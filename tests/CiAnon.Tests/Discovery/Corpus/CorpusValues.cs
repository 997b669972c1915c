using System.Numerics;

namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>Invented values by generator: <c>first:de</c>, <c>words:a;b;c</c>, <c>iban</c>.</summary>
internal static class CorpusValues
{
    private static readonly Dictionary<string, (string First, string Last, string Street, string City)> People = new(ScriptValues.People)
    {
        ["en"] = ("James Mary Olivia Noah Grace Ethan Wendy Harold Imogen Desmond Peggy Marcus Tamsin Clive", "Smith Walker Thompson Hughes Bennett Okafor Pemberton Fairchild Lister Quigley Rowntree", "Oak Street|Mill Lane|Park Avenue|High Street|Maple Road|Harbour Drive", "Boston|Leeds|Portland|Bristol|Dayton|Norwich"),
        ["de"] = ("Anna Lukas Birgit Jürgen Heike Sabine Torsten Käthe Wolfgang Mareike Detlef Frieda", "Müller Schmidt Hoffmann Schäfer Vogel Lindner Brandt Oberhuber Kessler Zimmermann", "Hauptstraße|Lindenweg|Bahnhofstr.|Am Markt|Schillerplatz|Gartenstraße", "Leipzig|Kassel|Ulm|Bremen|Passau|Jena"),
        ["fr"] = ("Camille Thierry Élodie Bernard Chloé Guillaume Odile Lucas Mathilde Régis", "Lefèvre Moreau Girard Rousseau Chevalier Marchand Dubois Perrin", "12 rue des Lilas|4 avenue Foch|27 bd Voltaire|8 place du Marché|31 chemin Vert", "Lyon|Nantes|Lille|Rennes|Dijon"),
        ["es"] = ("Lucía Javier Carmen Íñigo Rocío Manuel Pilar Álvaro Marisol Andrés", "García Fernández Ruiz Ortega Navarro Castillo Iglesias Molina", "Calle Mayor 5|Avda. de la Paz 17|Plaza Nueva 2|Calle del Sol 44", "Sevilla|Burgos|Murcia|Vigo"),
        ["it"] = ("Giulia Marco Alessandra Lorenzo Chiara Pietro Ornella Salvatore", "Rossi Bianchi Esposito Ferrari Conti Moretti Lombardi", "Via Roma 12|Corso Italia 5|Piazza Dante 1|Viale Mazzini 88", "Torino|Parma|Bari|Lecce"),
        ["nl"] = ("Sanne Daan Marieke Joost Femke Pieter Wilma Bram", "Jansen Bakker Visser Smit Mulder Dijkstra Hoekstra", "Kerkstraat|Dorpsweg|Molenlaan|Stationsplein", "Utrecht|Breda|Zwolle|Delft"),
        ["pl"] = ("Agnieszka Piotr Małgorzata Krzysztof Zofia Tomasz Łucja Wojciech", "Kowalski Nowak Wiśniewska Wójcik Kamińska Zieliński Szymańska", "ul. Lipowa 12|ul. Długa 4/7|al. Jana Pawła II 33|pl. Wolności 1", "Kraków|Gdańsk|Łódź|Poznań"),
        ["pt"] = ("João Beatriz Gonçalo Inês Tiago Catarina Duarte Fátima", "Silva Ferreira Carvalho Gonçalves Nogueira Pinto Magalhães", "Rua das Flores 12|Av. da Liberdade 88|Travessa do Carmo 3|Largo da Sé 1", "Porto|Braga|Coimbra|Faro"),
        ["sv"] = ("Karin Björn Åsa Håkan Linnea Mats Ulrika Göran", "Andersson Lindqvist Bergström Sjöberg Nyström Håkansson", "Storgatan 4|Björkvägen 12 B|Drottninggatan 77|Skolgränd 3", "Umeå|Lund|Västerås|Kalmar"),
        ["da"] = ("Mette Søren Kirsten Jens Bente Rasmus Astrid Niels", "Nielsen Jensen Sørensen Mortensen Kjærgaard Poulsen Thomsen", "Vestergade 4|Skolevej 12|Nørregade 31|Havnegade 7", "Aarhus|Odense|Esbjerg|Viborg"),
        ["no"] = ("Ingrid Lars Kari Olav Sigrid Magnus Solveig Håvard", "Hansen Johansen Bakken Solberg Haugen Lie Moen", "Storgata 8|Kirkeveien 21|Fjordgata 3|Skolebakken 15", "Bergen|Drammen|Bodø|Tromsø"),
        ["fi"] = ("Aino Juhani Helmi Mikko Päivi Timo Sirpa Väinö", "Korhonen Virtanen Nieminen Mäkelä Heikkinen Laine Järvinen", "Kauppakatu 5|Mannerheimintie 44 B|Koulutie 9|Rantakatu 2", "Tampere|Oulu|Turku|Kuopio"),
        ["cs"] = ("Jana Tomáš Lenka Jiří Božena Ondřej Zdeňka Václav", "Novák Svobodová Dvořák Černý Procházka Kučerová Veselý", "Dlouhá 12|Nádražní 345/7|Lipová 8|Masarykova 21", "Brno|Plzeň|Olomouc|Liberec"),
        ["hu"] = ("Zsuzsanna Gábor Ilona László Katalin Ferenc Judit István", "Nagy Kovács Szabó Horváth Varga Kiss Molnár", "Petőfi utca 12.|Kossuth tér 3.|Rákóczi út 45.|Szent István körút 8.", "Szeged|Pécs|Győr|Miskolc"),
        ["ro"] = ("Ioana Andrei Mihaela Cristian Elena Bogdan Ileana Radu", "Popescu Ionescu Stan Dumitru Marinescu Stoica Georgescu", "Str. Lalelelor 12|Bd. Unirii 45|Calea Victoriei 100|Str. Mihai Eminescu 7", "Cluj-Napoca|Timisoara|Iasi|Craiova"),
        ["tr"] = ("Ayşe Mehmet Fatma Mustafa Zeynep Hakan Elif Ahmet", "Yılmaz Demir Kaya Şahin Öztürk Aydın Arslan", "Atatürk Cad. No:12|Gül Sok. 5/3|İnönü Bulvarı 44|Lale Sk. No:8 D:2", "Ankara|İzmir|Bursa|Kayseri"),
        ["ru"] = ("Anna Dmitriy Olga Sergey Natalya Ivan Tatyana Pavel", "Ivanov Petrova Smirnov Kuznetsova Sokolov Morozova Volkov", "ul. Lenina|ul. Sadovaya|pr. Mira|ul. Pushkina", "Moskva|Kazan|Samara|Omsk"),
        ["ja"] = ("Hanako Taro Yuki Kenji Sakura Hiroshi Naoko Daiki", "Tanaka Suzuki Takahashi Watanabe Ito Yamamoto Kobayashi", "Chuo 1-2-3|Honmachi 4-5|Sakaemachi 2-10-8", "Yokohama-shi|Nagoya-shi|Kyoto-shi"),
    };

    private static readonly Dictionary<string, string> Prose = new(ScriptValues.Prose)
    {
        ["en"] = "a light and sturdy frame that fits every desk and comes with all screws needed for the first day of work",
        ["de"] = "der Verlauf war ruhig und ohne weitere Vorkommnisse bis zum Ende der Woche wie es in der Akte steht",
        ["fr"] = "un trimestre solide avec de bons efforts mais il faut encore travailler la participation en classe",
        ["es"] = "muy luminoso y cerca del centro con todas las comodidades y una terraza amplia para el verano",
        ["it"] = "la richiesta resta in attesa di altri documenti che devono arrivare entro la fine del mese",
        ["nl"] = "het gesprek verliep goed en er zijn nieuwe afspraken gemaakt over de planning van de komende maand",
        ["pl"] = "pacjent czuje się lepiej i nie zgłasza nowych dolegliwości dlatego kolejna wizyta odbędzie się w przyszłym miesiącu",
        ["pt"] = "o pedido chegou com atraso e falta ainda uma peça que deve ser enviada até ao fim da próxima semana",
        ["sv"] = "mötet gick bra och vi kom överens om att träna två gånger i veckan fram till slutet av säsongen",
    };

    public static string Make(string generator, Random random)
    {
        var colon = generator.IndexOf(':');
        var (name, argument) = colon < 0 ? (generator, "") : (generator[..colon], generator[(colon + 1)..]);
        var people = People[People.ContainsKey(argument) ? argument : "en"];
        var first = Pick(people.First.Split(' '), random);
        var last = Pick(people.Last.Split(' '), random);
        return name switch
        {
            "words" => Pick(argument.Split(';'), random),
            "first" => first,
            "last" => last,
            "full" => ScriptValues.Full(argument, first, last),
            "user" => $"{first.ToLowerInvariant()}{Pick(["_", ".", "", "x"], random)}{random.Next(1, 999)}",
            "email" => $"{Plain(first)}.{Plain(last)}{random.Next(99)}@{Pick(["posteo-mail.net", "inbox-hq.org", "kontor.de", "acme-corp.com"], random)}",
            "phone" => Phone(argument, random),
            "street" => people.Street.Contains('1') || argument is "fr" or "es" or "it" or "pl" or "pt" or "sv" ? Pick(people.Street.Split('|'), random)
                : argument is "de" or "nl" ? $"{Pick(people.Street.Split('|'), random)} {random.Next(1, 120)}" : $"{random.Next(1, 900)} {Pick(people.Street.Split('|'), random)}",
            "city" => Pick(people.City.Split('|'), random),
            "zip" => argument == "nl" ? $"{random.Next(1000, 9999)} {(char)random.Next('A', 'Z')}B" : Digits(5, random),
            "company" => $"{last} {Pick(["Ltd", "Inc.", "& Sons", "Logistics GmbH", "Partners"], random)}",
            "ssn" => $"{random.Next(100, 665)}-{random.Next(10, 99)}-{random.Next(1000, 9999)}",
            "taxid" => $"{random.Next(10, 99)}-{Digits(7, random)}",
            "vat" => $"DE{Digits(9, random)}",
            "kvnr" => $"{(char)random.Next('A', 'Z')}{Digits(9, random)}",
            "nir" => $"{random.Next(1, 3)}{Digits(12, random)}",
            "dni" => Dni(random.Next(10_000_000, 99_999_999)),
            "cf" => $"{Letters(6, random)}{random.Next(40, 99)}{Letters(1, random)}{random.Next(10, 30)}{Letters(1, random)}{random.Next(100, 999)}{Letters(1, random)}",
            "bsn" => Digits(9, random),
            "passport" => $"{Letters(1, random)}{Digits(8, random)}",
            "plate" => $"{Letters(2, random)} {Letters(2, random)} {random.Next(1, 9999)}",
            "iban" => Iban(random),
            "bic" => $"{Letters(4, random)}DEFF{random.Next(100, 999)}",
            "card" => Card(random),
            "expiry" => $"{random.Next(1, 13):00}/{random.Next(25, 32)}",
            "digits" => Digits(int.Parse(argument), random),
            "hex" => Hex(int.Parse(argument), random),
            "base64" => Convert.ToBase64String(Bytes(36, random)),
            "uuid" => new Guid(Bytes(16, random)).ToString(),
            "bcrypt" => "$2b$12$" + Hex(53, random),
            "django" => $"pbkdf2_sha256$600000${Hex(22, random)}${Convert.ToBase64String(Bytes(32, random))}",
            "phpass" => "$P$B" + Hex(30, random),
            "ip" => $"{random.Next(80, 200)}.{random.Next(256)}.{random.Next(256)}.{random.Next(1, 255)}",
            "imei" => Digits(15, random),
            "ua" => $"Mozilla/5.0 ({Pick(["X11; Linux x86_64", "Windows NT 10.0", "Macintosh"], random)}) Gecko/20100101 Firefox/{random.Next(90, 130)}.0",
            "url" => $"https://www.shop-{random.Next(99)}.org/{Hex(6, random)}",
            "profile" => $"https://www.linked.example.net/in/{first.ToLowerInvariant()}-{Plain(last)}",
            "slug" => $"{Pick(["main", "green", "old", "fast", "blue"], random)}-{Pick(["pump", "wheel", "panel", "report"], random)}-{random.Next(999)}.dat",
            "code" => $"{Letters(2, random)}-{Digits(6, random)}",
            "title" => $"{Pick(["Classic", "Silent", "Northern", "Copper", "Folding", "Rapid"], random)} {Pick(["lamp", "kettle", "chair", "garden", "bridge", "engine"], random)} {random.Next(1, 60)}",
            "notes" => Notes(random),
            "prose" => Words(Prose[argument], random),
            "json" => Json(argument, first, last, random),
            _ => PublicValues.Make(name, argument, random) ?? throw new InvalidDataException(generator),
        };
    }

    private static string Notes(Random random)
    {
        var text = Words("called back about the order and asked when the parcel will arrive since nobody was at home on Tuesday so please try again", random);
        return random.Next(8) switch
        {
            0 => $"{text}, reach me at {Make("email", random)}",
            1 => $"{Make("full:en", random)} {text}",
            2 => $"{text} {Make("phone:intl", random)}",
            _ => text,
        };
    }

    private static string Json(string shape, string first, string last, Random random) => shape == "pii"
        ? $$"""{"id": {{random.Next(9999)}}, "email": "{{Make("email", random)}}", "name": "{{first}} {{last}}"}"""
        : $$"""{"value":"{{Convert.ToBase64String(Bytes(32, random))}}","salt":"{{Hex(16, random)}}"}""";

    private static string Phone(string country, Random random) => country switch
    {
        "de" => $"0{random.Next(151, 179)} {Digits(7, random)}",
        "fr" => $"06 {Digits(2, random)} {Digits(2, random)} {Digits(2, random)} {Digits(2, random)}",
        "es" => $"6{Digits(2, random)} {Digits(3, random)} {Digits(3, random)}",
        "it" => $"3{random.Next(20, 99)} {Digits(7, random)}",
        "nl" => $"06-{Digits(8, random)}",
        "pl" => $"{random.Next(500, 889)} {Digits(3, random)} {Digits(3, random)}",
        "pt" => $"9{random.Next(10, 40)} {Digits(3, random)} {Digits(3, random)}",
        "sv" => $"07{random.Next(10)}-{Digits(3, random)} {Digits(2, random)} {Digits(2, random)}",
        "da" => $"{random.Next(20, 61)} {Digits(2, random)} {Digits(2, random)} {Digits(2, random)}",
        "no" => $"9{Digits(2, random)} {Digits(2, random)} {Digits(3, random)}",
        "fi" => $"04{random.Next(10)} {Digits(3, random)} {Digits(4, random)}",
        "cs" => $"6{Digits(2, random)} {Digits(3, random)} {Digits(3, random)}",
        "hu" => $"06 {Pick(["20", "30", "70"], random)} {Digits(3, random)} {Digits(4, random)}",
        "ro" => $"07{random.Next(20, 90)} {Digits(3, random)} {Digits(3, random)}",
        "tr" => $"05{random.Next(30, 60)} {Digits(3, random)} {Digits(2, random)} {Digits(2, random)}",
        "ru" => $"8 (9{Digits(2, random)}) {Digits(3, random)}-{Digits(2, random)}-{Digits(2, random)}",
        "ja" => $"090-{Digits(4, random)}-{Digits(4, random)}",
        "intl" => $"+{Pick(["49 170", "44 7700", "33 612", "1 503"], random)} {Digits(6, random)}",
        _ => ScriptValues.Phone(country, random) ?? $"({random.Next(201, 989)}) {random.Next(201, 989)}-{Digits(4, random)}",
    };

    private static string Iban(Random random)
    {
        var account = Digits(18, random);
        // ISO 13616: country as numbers (D = 13, E = 14), modulus 97.
        var check = 98 - (int)(BigInteger.Parse(account + "131400") % 97);
        return $"DE{check:00}{account}";
    }

    private static string Card(Random random)
    {
        var number = "4" + Digits(14, random);
        var sum = number.Select((digit, i) => i % 2 == 0 ? (digit - '0') * 2 is var twice && twice > 9 ? twice - 9 : twice : digit - '0').Sum();
        return number + (10 - sum % 10) % 10;
    }

    private static string Dni(int number) => $"{number}{"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]}";

    private static string Words(string text, Random random)
    {
        var words = text.Split(' ');
        var start = random.Next(words.Length / 2);
        return string.Join(' ', words.Skip(start).Take(random.Next(7, words.Length)));
    }

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter));

    private static string Digits(int count, Random random) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));

    private static string Letters(int count, Random random) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)random.Next('A', 'Z' + 1)));

    private static string Hex(int count, Random random) => Convert.ToHexStringLower(Bytes((count + 1) / 2, random))[..count];

    private static byte[] Bytes(int count, Random random)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];
}
