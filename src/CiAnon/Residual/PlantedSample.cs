using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiAnon.Residual.Forms;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>A made-up original of the positive control.</summary>
/// <param name="Text">As it is put into containers: as a column of that kind would hold it, or in another form.</param>
/// <param name="Other">The same as somebody else would write it.</param>
internal sealed record PlantedSample(PersonalKind Kind, string Text, string Other)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    /// <summary>The form that the text is in; only its fingerprints count.</summary>
    public OriginalForm Form { get; init; }

    /// <summary>The row that the masked columns would hold.</summary>
    public IReadOnlyList<(PersonalKind Kind, string Value)> Row { get; init; } = [(Kind, Text)];

    /// <summary>Its fingerprints, one for each reading.</summary>
    public HashSet<UInt128> Hashes { get; } = [];

    /// <summary>One random sample per kind that is looked for, and per form; nobody's, and different in every run.</summary>
    public static IReadOnlyList<PlantedSample> All()
    {
        var mail = $"{Word(8)}.{Word(7)}@{Word(9)}.example";
        var (network, line) = ("1" + Number(2), "2" + Number(6));
        var (first, last) = ("Zü" + Word(6), "Y" + Word(8));
        var (street, town) = ("X" + Word(8), "W" + Word(6));
        var beyond = RandomNumberGenerator.GetString("бвгджзклмнпрст", 8);
        var record = "3" + Number(9);
        var (account, card) = ("DE" + Number(20), "9" + Number(15));
        var (local, host) = ($"anna.{Word(9)}{Number(2)}", $"{Word(9)}.example");
        var (user, token) = (Word(10) + Number(4), Word(10) + Number(4) + Word(10));
        var (initial, given, family) = ("K", "K" + Word(7), "Q" + Word(8));
        var (hidden, provider) = (Word(9), Word(8));
        var (bank, bankAccount) = ("1" + Number(7), "5" + Number(6));
        var (machine, mapped) = (Address(), Address());
        // Nobody is born there yet: a sample must not be a person's.
        var (day, month, year) = (RandomNumberGenerator.GetInt32(13, 29), RandomNumberGenerator.GetInt32(1, 13), RandomNumberGenerator.GetInt32(2090, 2095));
        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        return
        [
            new(PersonalKind.Email, mail, mail.ToUpperInvariant()),
            new(PersonalKind.Phone, $"+49 {network} {line}", $"0{network}/{line[..3]}-{line[3..]}"),
            new(PersonalKind.Name, $"{first} {last}", $"{first}, {last}".Replace("ü", "u\u0308", StringComparison.Ordinal)),
            new(PersonalKind.Name, $"Ж{beyond} Щ{beyond[..6]}", $"Щ{beyond[..6]}, Ж{beyond}".ToUpperInvariant()),
            new(PersonalKind.Username, user, user.ToUpperInvariant()),
            new(PersonalKind.Address, $"{street}str. 17, 54321 {town}", $"{street}STR 17\n54321 {town}"),
            new(PersonalKind.NationalId, $"QX{line}{network}C", $"qx {line} {network} c"),
            new(PersonalKind.RecordNumber, $"RX{record}K", $"rx {record} k"),
            new(PersonalKind.Account, account, string.Join(' ', account.Chunk(4).Select(group => new string(group)))),
            new(PersonalKind.Card, card, string.Join('-', card.Chunk(4).Select(group => new string(group)))),
            new(PersonalKind.Token, token, token.ToUpperInvariant()),
            new(PersonalKind.Ip, $"203.{RandomNumberGenerator.GetInt32(256)}.{RandomNumberGenerator.GetInt32(256)}.{RandomNumberGenerator.GetInt32(1, 255)}", ""),
            new(PersonalKind.Ip, $"2001:db8::{RandomNumberGenerator.GetHexString(4, lowercase: true)}:1{RandomNumberGenerator.GetHexString(3)}", ""),
            // Weak hashes are what others stored.
#pragma warning disable CA5350, CA5351
            Hash(mail, OriginalForm.Md5, MD5.HashData),
            Hash(mail, OriginalForm.Sha1, SHA1.HashData),
            Hash(mail, OriginalForm.Sha256, SHA256.HashData),
#pragma warning restore CA5350, CA5351
            new(PersonalKind.Email, local, local.Replace('.', '-')) { Form = OriginalForm.LocalPart, Row = [(PersonalKind.Email, $"{local}@{host}")] },
            new(PersonalKind.Name, $"{family}|{given}", $"{family} {given}".ToUpperInvariant()) { Form = OriginalForm.LastNameFirst, Row = [(PersonalKind.FirstName, given), (PersonalKind.LastName, family)] },
            new(PersonalKind.Name, $"{initial}. {family}", (initial + family).ToLowerInvariant()) { Form = OriginalForm.Initial, Row = [(PersonalKind.FirstName, given), (PersonalKind.LastName, family)] },
            new(PersonalKind.Email, $"{hidden} at {provider} dot example", $"{hidden}[AT]{provider}(dot)example") { Form = OriginalForm.SpelledOut, Row = [(PersonalKind.Email, $"{hidden}@{provider}.example")] },
            new(PersonalKind.Name, $"B{given} {family}", $"b{given}.{family}") { Form = OriginalForm.ShortName, Row = [(PersonalKind.Name, $"B{given} {family} W{Word(7)}")] },
            new(PersonalKind.Name, $"C{given} {family} {last}", $"{family} {last}, C{given}") { Row = [(PersonalKind.Name, $"{family} {last}, C{given}")] },
            new(PersonalKind.Email, $"{hidden}.{provider}@{host}", $"{hidden}.{provider}@{host}".ToUpperInvariant()) { Row = [(PersonalKind.Email, $"{hidden}.{provider}+shop@{host}")] },
            new(PersonalKind.Email, $"{local}@{new IdnMapping().GetAscii($"zü{provider}.example")}", $"{local}@zü{provider}.example") { Row = [(PersonalKind.Email, $"{local}@zü{provider}.example")] },
            new(PersonalKind.Account, $"{bank}{bankAccount.PadLeft(10, '0')}", $"BLZ {bank}, Konto {bankAccount}") { Row = [(PersonalKind.Account, $"DE{Number(2)}{bank}{bankAccount.PadLeft(10, '0')}")] },
            new(PersonalKind.Account, $"IBAN{account}", $"iban{account[..4]} {account[4..]}") { Form = OriginalForm.Glued, Row = [(PersonalKind.Account, account)] },
            new(PersonalKind.Phone, $"TEL0049{network}{line}", $"mobil0{network}{line}") { Form = OriginalForm.Glued, Row = [(PersonalKind.Phone, $"+49 {network} {line}")] },
            new(PersonalKind.Ip, $"ip-{string.Join('-', machine)}", $"{string.Join('.', Enumerable.Reverse(machine))}.in-addr.arpa") { Form = OriginalForm.HostName, Row = [(PersonalKind.Ip, string.Join('.', machine))] },
            new(PersonalKind.Ip, $"::ffff:{mapped[0]:x2}{mapped[1]:x2}:{mapped[2]:x2}{mapped[3]:x2}", $"{BinaryPrimitives.ReadUInt32BigEndian(mapped)}") { Row = [(PersonalKind.Ip, string.Join('.', mapped))] },
            new(PersonalKind.BirthDate, $"{day}.{month:00}.{year}", $"{year}{month:00}{day}") { Form = OriginalForm.Date, Row = [(PersonalKind.BirthDate, $"{year}-{month:00}-{day}")] },
            new(PersonalKind.BirthDate, $"{day} {name} {year + 5}", $"{name[..3].ToUpperInvariant()} {day}th, {year + 5}") { Form = OriginalForm.NamedMonth, Row = [(PersonalKind.BirthDate, $"{year + 5}-{month:00}-{day}")] },
        ];
    }

    private static PlantedSample Hash(string mail, OriginalForm form, Func<byte[], byte[]> hash)
    {
        var digits = Convert.ToHexStringLower(hash(Encoding.UTF8.GetBytes(mail)));
        return new PlantedSample(PersonalKind.Email, digits, "0x" + digits.ToUpperInvariant()) { Form = form, Row = [(PersonalKind.Email, $" {mail.ToUpperInvariant()} ")] };
    }

    private static byte[] Address() => [203, .. RandomNumberGenerator.GetBytes(2), (byte)RandomNumberGenerator.GetInt32(1, 255)];

    private static string Word(int length) => RandomNumberGenerator.GetString(Letters, length);

    private static string Number(int length) => RandomNumberGenerator.GetString(Digits, length);
}
