using CiAnon.Discovery;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Discovery;

public class PatternDocsTests
{
    [Fact]
    public void The_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/patterns.md", PatternDocs.Markdown());

    [Fact]
    public void Every_kind_that_has_a_recognizer_has_a_threshold() =>
        Assert.Empty(Recognizers.All.Select(recognizer => recognizer.Kind).Except(PatternThreshold.All.Select(threshold => threshold.Kind)));

    [Fact]
    public void Names_of_recognizers_are_unique() =>
        Assert.Equal(Recognizers.All.Count, Recognizers.All.Select(recognizer => recognizer.Name).Distinct().Count());
}
