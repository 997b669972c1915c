using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub;

namespace CiAnon.Tests.Publishing.GitHub;

public class ReleaseNameTests
{
    [Theory]
    [InlineData("anonymized")]
    [InlineData("data/latest")]
    [InlineData("v1.2.3")]
    [InlineData("wöchentlich")]
    public void Names_that_git_takes_are_tags(string tag) => Assert.Equal(tag, GitTag.Check(tag));

    [Theory]
    [InlineData("")]
    [InlineData("-x")]
    [InlineData("a b")]
    [InlineData("a..b")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("a/.b")]
    [InlineData("a.lock")]
    [InlineData("a@{b")]
    [InlineData("@")]
    [InlineData("a~b")]
    [InlineData("a\nb")]
    public void Names_that_git_refuses_are_none(string tag) => GitHubAssert.Fails(() => GitTag.Check(tag), DiagnosticCodes.GitHubSettings);

    [Theory]
    [InlineData("shop.dump", 1, true)]
    [InlineData("shop.dump", (1L << 31) - 1, true)]
    [InlineData("shop.dump", 1L << 31, false)]
    [InlineData("shop.dump", 0, false)]
    [InlineData(".shop", 1, false)]
    [InlineData("shop.", 1, false)]
    [InlineData("shöp", 1, false)]
    [InlineData("shop (1)", 1, false)]
    public void A_release_takes_files_with_plain_names_below_2_GiB(string name, long bytes, bool isTaken)
    {
        var file = new ReleaseFile(Path.Combine("x", name), "", bytes, ReleaseFile.DumpLabel);
        if (isTaken) Assert.Equal(name, file.Check().Name);
        else GitHubAssert.Fails(() => file.Check(), DiagnosticCodes.NotReleasable);
    }
}
