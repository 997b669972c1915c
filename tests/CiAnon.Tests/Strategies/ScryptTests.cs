using System.Text;
using CiAnon.Strategies.Secrets;

namespace CiAnon.Tests.Strategies;

public class ScryptTests
{
    /// <summary>RFC 7914, section 12; the vector of a gibibyte is left out.</summary>
    [Theory]
    [InlineData("", "", 16, 1, 1, "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")]
    [InlineData("password", "NaCl", 1024, 8, 16, "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640")]
    [InlineData("pleaseletmein", "SodiumChloride", 16384, 8, 1, "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")]
    public void The_published_vectors_come_out(string password, string salt, int cost, int blockSize, int lanes, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Scrypt.Hash(Encoding.ASCII.GetBytes(password), Encoding.ASCII.GetBytes(salt), cost, blockSize, lanes, 64)));

    [Fact]
    public void A_developer_logs_in_through_a_PHC_string()
    {
        var parts = StrategyRun.Mask("password").Of("$scrypt$ln=16,r=8,p=1$cmFuZG9tc2FsdGlzaGFyZA$Rh+NnJNo1I6nRwaNqbDm6kmADswD1+7FTKZ7Ln9D8nQ").Split('$');
        Assert.Equal(["", "scrypt", "ln=10,r=8,p=1"], parts[..3]);
        Assert.Equal(Base64(parts[4]), Hash("password", Base64(parts[3]), 32));
    }

    [Fact]
    public void A_developer_logs_in_through_Django()
    {
        var parts = StrategyRun.Mask("password").Of("scrypt$16384$seasalt$8$5$aGFzaA==").Split('$');
        Assert.Equal(("scrypt", "1024", "8", "1"), (parts[0], parts[1], parts[3], parts[4]));
        Assert.Equal(parts[5], Convert.ToBase64String(Hash("password", Encoding.ASCII.GetBytes(parts[2]), 64)));
    }

    [Fact]
    public void A_developer_logs_in_through_Werkzeug()
    {
        var parts = StrategyRun.Mask("password", options: "password=let me in").Of("scrypt:32768:8:1$saltsaltsaltsalt$00ff").Split('$');
        Assert.Equal("scrypt:1024:8:1", parts[0]);
        Assert.Equal(parts[2], Convert.ToHexStringLower(Hash("let me in", Encoding.ASCII.GetBytes(parts[1]), 64)));
    }

    /// <summary>The form is libxcrypt's: 'C' is 2^14, numbers have five characters, hashes 43; its crypt gives the same for these parameters.</summary>
    [Fact]
    public void A_developer_logs_in_through_crypt()
    {
        var hash = StrategyRun.Mask("password").Of("$7$C6..../....SodiumChloride$kBGj9fHznVYFQMEn/qDCfrDevf9YDtcDdKvEqHJLV8D");
        Assert.Matches(@"^\$7\$86\.\.\.\./\.\.\.\.[./0-9A-Za-z]{22}\$[./0-9A-Za-z]{43}$", hash);
        var known = new PasswordHashes("pleaseletmein", new byte[16]).ScryptCrypt();
        Assert.Equal("$7$86..../..........................$NjKQlvZyjmAYYZX/8Z4/tkki7NddMfHgNi2N7hccDP/", known);
    }

    [Theory]
    [InlineData("scrypt", "$scrypt$")]
    [InlineData("scrypt-crypt", "$7$")]
    [InlineData("scrypt-django", "scrypt$")]
    [InlineData("scrypt-werkzeug", "scrypt:")]
    public void A_column_without_a_known_scheme_gets_one(string scheme, string start)
    {
        Assert.StartsWith(start, StrategyRun.Mask("password", options: "scheme=" + scheme).Of("5f4dcc3b5aa765d61d8327deb882cf99"));
        Assert.Contains("has room for 60", StrategyRun.Problem("password", StrategyRun.Varchar(60), "scheme=" + scheme));
    }

    [Fact]
    public void What_a_column_has_no_room_for_is_never_cut() =>
        Assert.Throws<CiAnon.Strategies.MaskException>(() => StrategyRun.Mask("password", StrategyRun.Varchar(60)).Of("scrypt:32768:8:1$saltsaltsaltsalt$00ff"));

    private static byte[] Hash(string password, byte[] salt, int length) => Scrypt.Hash(Encoding.ASCII.GetBytes(password), salt, 1024, 8, 1, length);

    private static byte[] Base64(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
