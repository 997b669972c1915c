using System.Security.Cryptography;
using System.Text;
using CiAnon.Keys;

namespace CiAnon.Tests.Keys;

public class RunKeyTests
{
    private static readonly string Given = Convert.ToBase64String(Enumerable.Range(0, 32).Select(one => (byte)one).ToArray());

    [Fact]
    public void A_given_key_is_read_and_not_forgotten()
    {
        var key = RunKey.FromBase64(Given + "\n", out var problem);
        Assert.Null(problem);
        Assert.NotNull(key);
        Assert.False(key.IsForgotten);
        Assert.Equal(RunKey.FromBase64(Given, out _)!.Fingerprint, key.Fingerprint);
    }

    [Fact]
    public void Forgotten_keys_differ_from_run_to_run()
    {
        var (one, other) = (RunKey.Forgotten(), RunKey.Forgotten());
        Assert.True(one.IsForgotten);
        Assert.NotEqual(one.Fingerprint, other.Fingerprint);
        Assert.False(one.Derive("email/").Hash.SequenceEqual(other.Derive("email/").Hash));
    }

    [Theory]
    [InlineData("", "0 bytes")]
    [InlineData("c2hvcnQ=", "5 bytes")]
    [InlineData("not base64 at all!", "not base64")]
    public void A_wrong_key_is_refused_without_repeating_it(string text, string reason)
    {
        Assert.Null(RunKey.FromBase64(text, out var problem));
        Assert.Contains(reason, problem);
        if (text.Length > 0)
            Assert.DoesNotContain(text, problem);
    }

    [Fact]
    public void Domain_keys_are_HKDF_SHA256_of_their_label()
    {
        var expected = HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(Given), 32,
            info: Encoding.UTF8.GetBytes("ci-anon domain email/customers"));
        var domain = RunKey.FromBase64(Given, out _)!.Derive("email/customers");
        Assert.Equal(expected[..16], domain.Hash.ToArray());
        Assert.Equal(expected[16..], domain.Permutation.ToArray());
    }

    [Fact]
    public void Labels_separate_domains_and_the_fingerprint()
    {
        var key = RunKey.FromBase64(Given, out _)!;
        Assert.False(key.Derive("email/").Hash.SequenceEqual(key.Derive("email/a").Hash));
        Assert.Matches("^[0-9a-f]{16}$", key.Fingerprint);
        Assert.DoesNotContain(key.Fingerprint, Convert.ToHexStringLower(key.Derive("fingerprint").Hash));
    }

    [Fact]
    public void Keys_never_show_in_text()
    {
        var key = RunKey.FromBase64(Given, out _)!;
        Assert.Equal("***", key.ToString());
        Assert.Equal("***", key.Derive("email/").ToString());
        Assert.Equal("***", $"{key}");
    }
}
