using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies;
using Konscious.Security.Cryptography;

namespace CiAnon.Tests.Strategies;

public class SecretStrategyTests
{
    private static readonly ColumnType Bytea = new("bytea", TypeKind.Binary, "bytea");

    [Theory]
    [InlineData("$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW", "")]
    [InlineData("bcrypt$$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW", "bcrypt$")]
    public void A_developer_logs_in_through_bcrypt(string hash, string prefix)
    {
        var result = StrategyRun.Mask("password", options: "password=let me in").Of(hash);
        Assert.StartsWith(prefix, result);
        Assert.Equal(60, result.Length - prefix.Length);
        Assert.True(BCrypt.Net.BCrypt.Verify("let me in", result[prefix.Length..]));
        Assert.False(BCrypt.Net.BCrypt.Verify("let me in!", result[prefix.Length..]));
    }

    [Fact]
    public void A_developer_logs_in_through_argon2id()
    {
        var parts = StrategyRun.Mask("password").Of("$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo").Split('$');
        Assert.Equal(["", "argon2id", "v=19"], parts[..3]);
        var numbers = parts[3].Split(',').Select(part => int.Parse(part.Split('=')[1])).ToArray();
        using var argon = new Argon2id("password"u8.ToArray()) { Salt = Base64(parts[4]), MemorySize = numbers[0], Iterations = numbers[1], DegreeOfParallelism = numbers[2] };
        Assert.Equal(Base64(parts[5]), argon.GetBytes(32));
        Assert.StartsWith("argon2$argon2id$v=19$", StrategyRun.Mask("password").Of("argon2$argon2id$v=19$m=102400,t=2,p=8$eA$eA"));
    }

    [Fact]
    public void A_developer_logs_in_through_Django_and_ASP_NET()
    {
        var django = StrategyRun.Mask("password").Of("pbkdf2_sha256$600000$salt$4L6zHWhYaV3cW0A1mZ8pGqfAqkH1MbYdgAf3XqFhY0k=").Split('$');
        Assert.Equal(django[3], Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2("password", Encoding.ASCII.GetBytes(django[2]), int.Parse(django[1]), HashAlgorithmName.SHA256, 32)));

        var identity = Convert.FromBase64String(StrategyRun.Mask("password").Of("AQAAAAIAAYagAAAAEL9Qx"));
        var iterations = (int)BinaryPrimitives.ReadUInt32BigEndian(identity.AsSpan(5));
        Assert.Equal((1, 1u, 16u), (identity[0], BinaryPrimitives.ReadUInt32BigEndian(identity.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(identity.AsSpan(9))));
        Assert.Equal(identity[29..], Rfc2898DeriveBytes.Pbkdf2("password", identity[13..29], iterations, HashAlgorithmName.SHA256, 32));
    }

    [Fact]
    public void A_hash_that_nobody_knows_is_refused_unless_a_scheme_is_given()
    {
        Assert.Throws<MaskException>(() => StrategyRun.Mask("password").Of("5f4dcc3b5aa765d61d8327deb882cf99"));
        Assert.StartsWith("$2b$", StrategyRun.Mask("password", options: "scheme=bcrypt").Of("5f4dcc3b5aa765d61d8327deb882cf99"));
        Assert.Equal("!", StrategyRun.Mask("password").Of("!9a8b7c"));
        Assert.NotEmpty(StrategyRun.Problem("password", StrategyRun.Varchar(40), "scheme=bcrypt"));
    }

    [Theory]
    [InlineData("sess_9fK2-77aQ", "^[a-z]{4}_[0-9][a-z][A-Z][0-9]-[0-9]{2}[a-z][A-Z]$")]
    [InlineData("0a1b2c3d-ffff", "^[0-9a-f]{8}-[0-9a-f]{4}$")]
    [InlineData("1234", "^[0-9]{4}$")]
    public void A_token_keeps_its_shape(string value, string expected) => Assert.Matches(expected, StrategyRun.Mask("token").Of(value));

    [Fact]
    public void A_unique_token_has_room_for_all_values()
    {
        var result = StrategyRun.Mask("token", distinct: 1_000_000).Of("sx-1");
        Assert.Matches("^[a-z]{2}-[0-9]{19}$", result);
        Assert.NotEmpty(StrategyRun.Problem("token", StrategyRun.Varchar(10), distinct: 1_000_000));
    }

    [Theory]
    [InlineData("auto", "\\x89504e470d0a1a0a00", "89504e47")]
    [InlineData("auto", "\\xffd8ffe000104a4649", "89504e47")]
    [InlineData("auto", "\\x255044462d312e370a", "25504446")]
    [InlineData("pdf", "\\x00", "25504446")]
    public void A_file_becomes_one_that_opens(string content, string value, string start)
    {
        var result = StrategyRun.Mask("blob", Bytea, "content=" + content).Of(value);
        var bytes = Convert.FromHexString(result[2..]);
        Assert.StartsWith("\\x" + start, result);
        if (start == "89504e47") AssertPng(bytes);
        else AssertPdf(Encoding.ASCII.GetString(bytes));
    }

    [Fact]
    public void Other_bytes_become_as_many_random_ones()
    {
        var mask = StrategyRun.Mask("blob", Bytea);
        Assert.Matches("^\\\\x[0-9a-f]{26}$", mask.Of("\\x00112233445566778899aabbcc"));
        Assert.Equal("\\x", mask.Of("\\x"));
    }

    private static void AssertPng(byte[] png)
    {
        for (var at = 8; at < png.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            Assert.Equal(Crc32(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            at += 12 + length;
        }
    }

    private static void AssertPdf(string pdf)
    {
        var table = int.Parse(pdf.Split("startxref\n")[1].Split('\n')[0]);
        Assert.StartsWith("xref", pdf[table..]);
        var offsets = pdf[table..].Split('\n').Skip(3).Take(3).Select(line => int.Parse(line.Split(' ')[0])).ToList();
        Assert.All(offsets.Index(), offset => Assert.StartsWith($"{offset.Index + 1} 0 obj", pdf[offset.Item..]));
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xedb88320);
        }
        return ~crc;
    }

    private static byte[] Base64(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
