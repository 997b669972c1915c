using CiAnon.Dumps.Compressing;

namespace CiAnon.Tests.Dumps;

public class CompressionChoiceTests
{
    [Theory]
    [InlineData("x.sql", "none")]
    [InlineData("X.SQL", "none")]
    [InlineData("x.sql.gz", "gzip:2")]
    [InlineData("x.sql.zst", "zstd:2")]
    [InlineData("x.lz4", "lz4")]
    [InlineData("x.sql.xz", null)]
    [InlineData("x.dump", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void A_scripts_name_says_how_it_is_compressed(string name, string? choice) => Assert.Equal(choice, CompressionChoice.NamedBy(name)?.ToString());
}
