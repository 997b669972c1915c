namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>Invented documents, messages and settings as open-source products keep them: what one text holds of several people and things.</summary>
internal static class ProductTexts
{
    /// <summary>Null for a generator of other values.</summary>
    public static string? Make(string name, string argument, Random random) => name switch
    {
        "mailbox" => Mailbox(argument, random),
        "mailboxes" => string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Mailbox(argument, random))),
        "recipients" => $"a:1:{{i:{random.Next(1, 400)};s:40:\"{Value($"last:{argument}", random)} {Value($"first:{argument}", random)} <{Value("email", random)}>\";}}",
        "msgid" => $"<{random.Next(2019, 2026)}0{random.Next(1, 9)}{random.Next(10, 28)}.{Value("hex:12", random)}@{Value("host", random)}>",
        "remarks" => Remarks(argument, random),
        "clinical" => Clinical(random),
        "html" => $"<div>{Remarks(argument, random)}<br>{Remarks(argument, random)}</div>",
        "meeting" => $"{Pick(["30 min meeting", "Intro call", "Code review"], random)} between {Value("full:en", random)} and {Value("full:en", random)}",
        "signature" => $"{Value($"full:{argument}", random)}\n{Value("job", random)}\n{Value("phone:intl", random)}",
        "searchtext" => $"{Value("email", random)}{Value($"full:{argument}", random)}{Value($"street:{argument}", random)}{Value($"city:{argument}", random)}",
        "update" => $"UPDATE adherents SET email_adh = '{Value("email", random)}', ville_adh = '{Value("city:fr", random)}' WHERE id_adh = {random.Next(1, 900)}",
        "author" => $$"""{"pk": {{random.Next(1, 900)}}, "name": "{{Value($"full:{argument}", random)}}"}""",
        "visitor" => $$"""{"city": "{{Value("city", random)}}", "browser": {"browser_name": "Firefox"}, "created_at_ip": "{{Value("ip", random)}}", "referer": "{{Value("url", random)}}"}""",
        "oauthjson" => $$"""{"scope": "calendar", "token_type": "Bearer", "access_token": "ya29.{{Value("base64", random)}}", "refresh_token": "1//{{Value("base64", random)}}", "expiry_date": {{Value("epochms", random)}}}""",
        "settings" => $$"""{"theme": "{{Pick(["dark", "light"], random)}}", "email": {{Pick(["true", "false"], random)}}, "desktop": "{{Pick(["all", "mention", "none"], random)}}", "page_size": {{random.Next(1, 5) * 25}}}""",
        "sessionprops" => $$"""{"os": "Windows 10", "browser": "Firefox/{{random.Next(90, 130)}}.0", "platform": "Windows", "csrf": "{{Value("id26", random)}}"}""",
        "yaml" => $"---\nlocale: {Pick(["de-de", "en-us"], random)}\nintro: {Pick(["true", "false"], random)}\ntickets_closed: {random.Next(900)}\n",
        "hl7" => Hl7(random),
        "marc" => Marc(random),
        _ => ShapedValues.Make(name, argument, random),
    };

    private static string Mailbox(string language, Random random) => $"\"{Value($"full:{language}", random)}\" <{Value("email", random)}>";

    private static string Remarks(string language, Random random)
    {
        var text = Value($"prose:{language}", random);
        return random.Next(6) switch
        {
            0 => $"{Value($"full:{language}", random)}: {text}",
            1 => $"{text} {Value($"phone:{language}", random)}",
            2 => $"{text} ({Value("email", random)})",
            _ => text,
        };
    }

    private static string Clinical(Random random) => random.Next(5) switch
    {
        0 => $"Known {Value("condition", random)}, continue {Value("drug", random)}, review in {random.Next(2, 9)} weeks",
        1 => $"Seen with mother {Value("full:en", random)}, no fever, chest clear",
        2 => $"BP {random.Next(100, 170)}/{random.Next(60, 100)}, temp {random.Next(36, 40)}.{random.Next(10)}, stable",
        3 => $"Phoned {Value("phone:en", random)}, {Value("first:en", random)} did not attend",
        _ => $"Start {Value("drug", random)}, take with food, return if symptoms persist",
    };

    private static string Hl7(Random random) =>
        $"MSH|^~\\&|LAB|CLINIC|EMR|CLINIC|{random.Next(2019, 2026)}0101||ORU^R01|{random.Next(99_999)}|P|2.5\rPID|||{Value("patientid", random)}||{Value("last:en", random)}^{Value("first:en", random)}||" +
        $"{Value("born", random).Replace("-", "", StringComparison.Ordinal)}|{Pick(["M", "F"], random)}\rOBX|1|NM|5497^CD4 COUNT||{random.Next(100, 900)}";

    private static string Marc(Random random) =>
        $"<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>00925nam a2200289 a 4500</leader><controlfield tag=\"001\">{random.Next(9999)}</controlfield>" +
        $"<datafield tag=\"100\" ind1=\"1\" ind2=\" \"><subfield code=\"a\">{Value("last:en", random)}, {Value("first:en", random)}</subfield></datafield>" +
        $"<datafield tag=\"245\" ind1=\"1\" ind2=\"0\"><subfield code=\"a\">{Value("title", random)}</subfield></datafield></record>";

    private static string Value(string generator, Random random) => CorpusValues.Make(generator, random);

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];
}
