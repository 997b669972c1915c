using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>An IP address is found in the names of hosts, as one number, and inside of the other version.</summary>
public class IpFormsTests
{
    private const string Four = "198.51.100.77";

    [Theory]
    [InlineData(Four, "ip-198-51-100-77", "host name")]
    [InlineData(Four, "ip-198-51-100-77.eu-west-1.compute.example", "host name")]
    [InlineData(Four, "198-51-100-77", "host name")]
    [InlineData(Four, "host_198_51_100_77.log", "host name")]
    [InlineData(Four, "77.100.51.198.in-addr.arpa", "host name")]
    [InlineData(Four, "77-100-51-198.dsl.isp.example", "host name")]
    [InlineData(Four, "::ffff:198.51.100.77", "")]
    [InlineData(Four, "from ::ffff:c633:644d port 22", "")]
    [InlineData(Four, "[2002:c633:644d::1]:443", "")]
    [InlineData(Four, "64:ff9b::c633:644d", "")]
    [InlineData(Four, "3325256781", "")]
    [InlineData("::ffff:198.51.100.77", "198.51.100.77", "")]
    [InlineData("::ffff:c633:644d", "198.51.100.77", "")]
    public void It_is_found(string address, string text, string path)
    {
        using var originals = Searched.For((PersonalKind.Ip, address));
        var hit = Assert.Single(originals.In(text).Hits());
        Assert.Equal((PersonalKind.Ip, path), (hit.Kind, hit.Path));
    }

    [Theory]
    [InlineData("1-198-51-100-77")]
    [InlineData("198-51-100-77-9")]
    [InlineData("198-51_100-77")]
    [InlineData("198-51-100-770")]
    [InlineData("198-051-100-77")]
    [InlineData("77.100.51.198")]
    [InlineData("77-100-51-198 and more")]
    [InlineData("::fffe:c633:644d")]
    [InlineData("3325256782")]
    public void Another_one_is_not(string text)
    {
        using var originals = Searched.For((PersonalKind.Ip, Four));
        Assert.True(originals.In(text).IsEmpty);
    }

    [Fact]
    public void A_column_of_numbers_is_searched_and_ids_that_count_up_are_no_leak()
    {
        using var originals = Searched.For([.. Enumerable.Range(0, 50).Select(i => (PersonalKind.Ip, $"10.0.0.{i}"))]);
        Assert.Equal(50, originals.Distinct(PersonalKind.Ip));
        Assert.Single(originals.In("167772190", TypeKind.Integer, "int8").Hits());
        var ids = originals.In(Enumerable.Range(167_000_000, 1_000_000).Select(id => id.ToString()), TypeKind.Integer, "int4");
        Assert.Empty(ids.Hits());
        Assert.NotEmpty(ids.ByChance());
    }
}
