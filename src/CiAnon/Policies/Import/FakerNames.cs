using System.Text.RegularExpressions;

namespace CiAnon.Policies.Import;

/// <summary>Generators of the Faker family (Python, PHP, JavaScript), by name, whatever its case.</summary>
internal static partial class FakerNames
{
    private static readonly Dictionary<string, Func<ForeignRule, RuleDraft>> Known = Make();

    /// <summary>How to make our rule; null for a generator that has no counterpart.</summary>
    public static Func<ForeignRule, RuleDraft>? Find(string name) => Known.GetValueOrDefault(Fold(name));

    /// <summary>What to write for a generator that draws by bounds or forms of its own; null for others.</summary>
    public static string? Advice(string name) => Fold(name) switch
    {
        "dateofbirth" or "pastdate" or "pastdatetime" or "past" or "futuredate" or "futuredatetime" or "future" or "date" or "datetime" or "dateobject" or "datebetween" or "datetimebetween" or "birthdate" or "datethisyear"
            or "datethisdecade" or "datethiscentury" or "datetimethisyear" or "datetimethisdecade" or "datestring" or "recent" or "soon" => "it draws a day by itself: write 'random: between', or 'noise: range'",
        var number when IsFoldedNumber(number) => "it draws a number by itself: write 'random: between', or 'noise: range'",
        "boolean" or "pybool" or "bool" or "randomelement" or "oneof" or "arrayelement" => "it draws from a list: write 'choice: values'",
        "ssn" => "which number it is differs by country: write 'national_id' with the 'id' that it is",
        "bban" or "swift" or "swift8" or "swift11" or "bic" => "it belongs to an account: write 'iban' with its 'part'",
        "latitude" or "longitude" or "coordinate" => "it is a place: write 'coordinates' with the 'axis' that it is, and a radius",
        _ => null,
    };

    public static bool IsNumber(string name) => IsFoldedNumber(Fold(name));

    private static bool IsFoldedNumber(string name) => name is "randomint" or "pyint" or "pyfloat" or "pydecimal" or "randomnumber" or "numberbetween" or "randomfloat" or "int" or "float" or "number" or "randomdigit";

    private static string Fold(string name) => Separators().Replace(name, "").ToLowerInvariant();

    private static Dictionary<string, Func<ForeignRule, RuleDraft>> Make()
    {
        var known = new Dictionary<string, Func<ForeignRule, RuleDraft>>();
        Plain("first_name", "first_name", "first_name_male", "first_name_female", "first_name_nonbinary");
        Plain("last_name", "last_name", "last_name_male", "last_name_female");
        Plain("name", "name", "name_male", "name_female", "full_name");
        Plain("username", "user_name", "username", "profile_name");
        Plain("email", "email", "safe_email", "free_email", "company_email", "ascii_email", "unique_email");
        Plain("phone", "phone_number", "msisdn", "e164_phone_number", "mobile_number");
        Plain("company", "company", "bs", "catch_phrase");
        Plain("city", "city");
        Plain("address", "street_address", "street_name", "address_line");
        Part("full", "address", "full_address");
        Part("postal_code", "postcode", "zipcode", "postal_code");
        Part("region", "state", "state_abbr", "region");
        Part("country", "country", "country_code");
        Part("number", "building_number");
        Part("secondary", "secondary_address");
        Plain("ip", "ipv4", "ipv6", "ipv4_public", "ipv4_private", "local_ipv4", "ip");
        Plain("mac", "mac_address", "mac");
        Plain("url", "uri", "url", "image_url");
        Plain("domain", "domain_name", "domain", "hostname", "host_name");
        Plain("job", "job", "job_title");
        Plain("user_agent", "user_agent", "chrome", "firefox", "safari", "opera", "internet_explorer");
        Plain("text", "text", "paragraph", "paragraphs", "sentence", "sentences", "word", "words", "lorem", "real_text");
        Plain("iban", "iban");
        Plain("card", "credit_card_number");
        Plain("hash", "uuid", "uuid4", "md5", "sha1", "sha256");
        Plain("string", "pystr", "password", "random_letter", "file_name", "file_path", "isbn13", "isbn10", "slug", "lexify", "bothify");
        Plain("digits", "numerify", "ean13", "ean8");
        return known;

        void Plain(string strategy, params string[] names)
        {
            foreach (var name in names) known[Fold(name)] = _ => RuleDraft.Of(strategy);
        }

        void Part(string part, params string[] names)
        {
            foreach (var name in names) known[Fold(name)] = rule => RuleDraft.Of("address", ("part", rule.New(part)));
        }
    }

    [GeneratedRegex("[_ .-]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separators();
}
