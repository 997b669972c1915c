using System.Text;
using CiAnon.Keys;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>Invented values in the shapes that public databases hold, most of them nobody's.</summary>
internal static class PublicValues
{
    private static readonly string[] States =
        ("Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|" +
         "Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|" +
         "Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming").Split('|');

    private static readonly string[] Countries =
        ("Argentina|Austria|Belgium|Brazil|Canada|Chile|China|Denmark|Egypt|Finland|France|Germany|Greece|India|Israel|Italy|Japan|Jordan|Kenya|Mexico|Norway|Peru|Poland|Spain|Sweden|Turkey|UK|USA|Chad|Malta").Split('|');

    private static readonly string[] Directions = "South|West|North|East|Northwest|Southeast|south|west|SW|Central|Nord|Sud|Est|Ouest|Norte|Sur".Split('|');

    private static readonly string[] Jobs =
        "Sales Representative|Marketing Manager|Owner|Accounting Manager|Senior Engineer|Order Administrator|Design Engineer|Vice President|Technique Leader|Assistant Buyer|Stocker|Chief Officer".Split('|');

    private static readonly string[] Keys =
        ("site_title|max_image_size_kb|mail.smtp.port|report.url|web.base.url|title_min_length|enable_badges|database.secret|show_staff_only|theme.default|crm.lead.auto|default_locale|" +
         "contact_email|auth.bearer.enabled|api_key_rotation|password_reset_ttl|session-timeout|invite_only|allow_uploads|notify_admins|digest_interval|closed_registrations|thumbnail_size|feature.flags.beta|" +
         "mail.catchall.domain|min_topic_views|header.color|search_depth|payment.terms|stock.move.delay").Split('|');

    private static readonly string[] Tags =
        "caturday|photography|linux|astro|knitting|recipes|cycling|breaking_news|science|opensource|tea_time|gardens|mountains|birds|maps|trains|radio|chess|poetry|museums|ocean|cheese|blobcat|thumbs_up|party_parrot".Split('|');

    private static readonly string[] Roles =
        "Self|The Narrator|Second Officer|A Stranger|Night Clerk|The Baker|Young Woman|Detective|Host|Guard at the gate|Man with umbrella|view-profile|manage-account|uma_authorization|read-token".Split('|');

    /// <summary>Null for a generator of other values.</summary>
    public static string? Make(string name, string argument, Random random) => name switch
    {
        "state" => Pick(States, random),
        "country" => Pick(Countries, random),
        "compass" => Pick(Directions, random),
        "job" => Pick(Jobs, random),
        "key" => Pick(Keys, random),
        "tag" => Pick(Tags, random),
        "role" => Pick(Roles, random),
        "letters" => Letters(int.Parse(argument), random),
        "flat" => $"{Pick(["Apt.", "Suite", "Unit", "Floor", "Room"], random)} {random.Next(1, 90)}",
        "quantity" => $"{random.Next(4, 48)} {Pick(["boxes", "bottles", "jars", "cans", "bags"], random)} x {random.Next(1, 9)} {Pick(["kg", "l", "pieces"], random)}",
        "path" => $"/{random.Next(1, 6)}/{random.Next(1, 9)}/{random.Next(1, 30)}/",
        "login" => $"works\\{Pick(["ken", "terri", "rob", "gail", "jossef", "dylan", "diane", "gigi"], random)}{random.Next(10)}",
        "vendorno" => $"{Pick(["AUSTRAL", "BERGER", "CUSTOM", "LITWARE", "TRIKES"], random)}{random.Next(1, 9999):0000}",
        "dept" => $"d{random.Next(1, 99):000}",
        "time" => $"{random.Next(2015, 2026)}-{random.Next(1, 13):00}-{random.Next(1, 29):00} {random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}",
        "invoice" => $"{Pick(["INV", "INV", "RINV"], random)}/{random.Next(2022, 2026)}/{random.Next(1, 99_999):00000}",
        "lorem" => Lorem(argument.Length == 0 ? 40 + random.Next(80) : 3 + random.Next(4), random),
        "host" => $"{Pick(["social", "chat", "files", "mail"], random)}.{Pick(["garden", "river", "valley", "harbour"], random)}-{random.Next(9, 999)}.org",
        "pem" => $"-----BEGIN RSA PRIVATE KEY-----\n{Base64(120, random)}\n-----END RSA PRIVATE KEY-----\n",
        "pempublic" => $"-----BEGIN PUBLIC KEY-----\n{Base64(90, random)}\n-----END PUBLIC KEY-----\n",
        "sshkey" => $"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5{Base64(32, random)}",
        "jsontitle" => $"{{\"en_US\": \"{Pick(["Desk", "Drawer", "Lamp", "Cabinet"], random)} {random.Next(1, 99)}\", \"fr_FR\": \"Meuble {random.Next(1, 99)}\"}}",
        _ => ProductValues.Make(name, argument, random),
    };

    // What the strategy text puts into a column.
    private static string Lorem(int length, Random random)
    {
        var output = new MaskOutput();
        new LoremMask(new SipHash(Bytes(16, random)), int.MaxValue, singleByte: false).Apply(Bytes(length, random).Select(one => (byte)('a' + one % 26)).ToArray(), output);
        return Encoding.ASCII.GetString(output.Written);
    }

    private static string Letters(int count, Random random) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)random.Next('A', 'Z' + 1)));

    private static string Base64(int count, Random random) => Convert.ToBase64String(Bytes(count, random));

    private static byte[] Bytes(int count, Random random)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];
}
