namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>Invented values in the shapes that the databases of well-known open-source products hold.</summary>
internal static class ProductValues
{
    private static readonly string[] Conditions =
        "Asthma|Type 2 diabetes|Malaria, confirmed|Hypertension|HIV disease stage 2|Epilepsy|Tuberculosis|Sickle cell anaemia|Depression|Pre-eclampsia|Otitis media|Chronic kidney disease".Split('|');

    private static readonly string[] Drugs =
        "Paracetamol 500mg|Amoxicillin 250mg capsule|Nevirapine syrup 10mg/ml|Metformin 850mg|Salbutamol inhaler|Ibuprofen 400mg|Insulin lente|Cotrimoxazole 480mg|Aspirin 81mg".Split('|');

    private static readonly string[] Zones = "Europe/Berlin|Europe/Madrid|America/New_York|Asia/Tokyo|America/Sao_Paulo|Europe/Amsterdam|UTC|Africa/Nairobi".Split('|');

    private static readonly string[] Places =
        ("app/controllers/orders_controller.py in create|checkout.tasks.charge_card|src/views/cart.tsx in onSubmit|com.shop.api.Router in dispatch|" +
         "worker.jobs.export|lib/parser.rb in read_line|static/js/main.4f2a.js|mailer.render").Split('|');

    /// <summary>Null for a generator of other values.</summary>
    public static string? Make(string name, string argument, Random random) => name switch
    {
        "int" => $"{random.Next(int.Parse(argument))}",
        "bool" => Pick(["t", "f"], random),
        "cents" => $"{random.Next(1, 400)}.{random.Next(100):00}",
        "epoch" => $"{random.NextInt64(1_400_000_000, 1_790_000_000)}",
        "epochms" => $"{random.NextInt64(1_400_000_000_000, 1_790_000_000_000)}",
        "day" => $"{random.Next(2015, 2027)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
        "born" => $"{random.Next(1935, 2013)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
        "bornyear" => $"{random.Next(1935, 2013)}",
        "degrees" => $"{random.Next(-60, 60)}.{random.Next(1_000_000):000000}",
        "e164" => $"+{Pick(["4917", "4479", "3934", "1503"], random)}{Digits(8, random)}",
        "prefixed" => Of("digits", argument, random),
        "prefixedhex" => Of("hex", argument, random),
        "bytes" => @"\x" + Value($"hex:{int.Parse(argument) * 2}", random),
        "base32" => Characters("abcdefghijklmnopqrstuvwxyz234567", int.Parse(argument), random),
        "id26" => Characters("ybndrfg8ejkmcpqxot1uwisza345h769", 26, random),
        "shortid" => Characters("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 22, random),
        "argon2" => $"$argon2id$v=19$m=65536,t=2,p=1${Characters("ABCDEFGHIJKLMNOPabcdefghijklmnop0123456789", 22, random)}${Value("base64", random).TrimEnd('=')}",
        "signed" => $"{Characters("ABCDEFGHabcdefgh0123456789", 30, random)}:1{Characters("abcdefghABCDEFGH", 5, random)}:{Characters("ABCDEFGHabcdefgh0123456789_", 27, random)}",
        "jwt" => $"eyJhbGciOiJSUzI1NiJ9.eyJ{Characters("abcdefghijklmnopABCDEFGHIJKLMNOP0123456789", 90, random)}.{Characters("abcdefghijklmnopABCDEFGHIJKLMNOP0123456789-_", 86, random)}",
        "pushid" => $"{Characters("abcdefghijkABCDEFGHIJK0123456789-_", 22, random)}:APA91b{Characters("abcdefghijkABCDEFGHIJK0123456789-_", 134, random)}",
        "vector" => $"[{string.Join(',', Enumerable.Range(0, 16).Select(_ => $"{(random.Next(2) == 0 ? "-" : "")}0.{random.Next(1_000_000):000000}"))}]",
        "color" => $"#{Value("hex:6", random)}",
        "zone" => Pick(Zones, random),
        "dashed" => $"{Pick(["main", "green", "old", "fast", "blue", "north"], random)}-{Pick(["pump", "wheel", "panel", "report", "garden"], random)}-{random.Next(99)}",
        "camera" => $"{Pick(["IMG_", "DSC0", "PXL_2023", "VID_"], random)}{Digits(4, random)}.{Pick(["jpg", "HEIC", "mov"], random)}",
        "upload" => Upload(random),
        "hashedpath" => $"user/{Value("hex:1", random)}/{Value("hex:1", random)}/{Value("hex:60", random)}/{Pick(["photo", "plan", "scan", "logo"], random)}.png",
        "assetpath" => $"/data/library/{Value("uuid", random)}/{random.Next(2009, 2026)}/{random.Next(1, 13):00}/{Value("camera", random)}",
        "condition" => Pick(Conditions, random),
        "drug" => Pick(Drugs, random),
        "patientid" => $"10{Characters("0123456789ACDEFGHJKLMNPRTUVWXY", 4, random)}-{random.Next(10)}",
        "checked" => $"{random.Next(3, 900)}-{random.Next(10)}",
        "isbn" => $"978{Digits(10, random)}",
        "callno" => $"{Pick(["FIC", "813.54", "J 598", "641.5", "DVD"], random)} {Value("letters:3", random)} {random.Next(1950, 2025)}",
        "culprit" => Pick(Places, random),
        "error" => Error(random),
        "subject" => Subject(argument, random),
        _ => ProductTexts.Make(name, argument, random),
    };

    private static string Error(Random random) => random.Next(6) switch
    {
        0 => $"DoesNotExist: no customer {Value("email", random)}",
        1 => $"ValueError: could not convert string to float: '{random.Next(100)},{random.Next(100)}'",
        2 => $"TypeError: Cannot read properties of undefined (reading '{Pick(["total", "items", "id"], random)}')",
        3 => $"ConnectionResetError: [Errno {random.Next(99, 115)}] Connection reset by peer",
        4 => $"IntegrityError: duplicate key value violates unique constraint \"users_email_key\" DETAIL: Key (email)=({Value("email", random)}) already exists.",
        _ => $"TimeoutError: timeout of {random.Next(1, 60)}000ms exceeded",
    };

    private static string Subject(string language, Random random) => (language, random.Next(5)) switch
    {
        ("de", 0) => $"Re: Rechnung {Digits(5, random)}",
        ("de", 1) => $"Adressänderung {Value("full:de", random)}",
        ("de", 2) => "Drucker druckt nicht",
        ("de", 3) => $"AW: Termin mit {Value("last:de", random)}",
        ("de", _) => $"Zugang für {Value("first:de", random)} gesperrt",
        (_, 0) => $"Duda sobre el tema {random.Next(1, 12)}",
        (_, 1) => $"Re: Entrega de {Value("full:es", random)}",
        (_, 2) => "Examen final",
        (_, 3) => $"Presentación: soy {Value("first:es", random)}",
        _ => "Horario de tutorías",
    };

    private static string Upload(Random random) => random.Next(5) switch
    {
        0 => $"cv-{Value("first:en", random).ToLowerInvariant()}-{Value("last:en", random).ToLowerInvariant()}.pdf",
        1 => $"Invoice_{Value("last:en", random)}_{random.Next(2019, 2026)}.pdf",
        2 => $"Screenshot {random.Next(2019, 2026)}-0{random.Next(1, 9)}-{random.Next(10, 28)}.png",
        3 => $"minutes {random.Next(1, 40)}.docx",
        _ => $"{Value("first:en", random)} {Value("last:en", random)} contract signed.pdf",
    };

    private static string Of(string kind, string argument, Random random)
    {
        var comma = argument.LastIndexOf(',');
        return argument[..comma] + Value($"{kind}:{argument[(comma + 1)..]}", random);
    }

    private static string Value(string generator, Random random) => CorpusValues.Make(generator, random);

    private static string Digits(int count, Random random) => Characters("0123456789", count, random);

    private static string Characters(string alphabet, int count, Random random) => string.Concat(Enumerable.Range(0, count).Select(_ => alphabet[random.Next(alphabet.Length)]));

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];
}
