using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Discovery.Corpus;

public class DiscoveryDocsTests
{
    // Measured when the corpus was first run; see docs/discovery.md.
    private const double HeldOutFloor = 0.5;

    [Fact]
    public void The_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/discovery.md", DiscoveryDocs.Markdown(CorpusReader.Read()));

    [Fact]
    public void Direct_identifiers_of_schemas_that_nobody_tuned_for_are_found() =>
        Assert.InRange(DiscoveryDocs.DirectRecall(CorpusReader.Read().Where(column => column.IsHeldOut)), HeldOutFloor, 1);

    [Fact]
    public void The_corpus_is_large_and_a_third_is_held_out()
    {
        var schemas = CorpusReader.Read().GroupBy(column => column.Schema).Select(schema => schema.First().IsHeldOut).ToList();
        Assert.True(schemas.Count >= 25);
        Assert.Equal(schemas.Count / 3, schemas.Count(isHeldOut => isHeldOut));
    }

    // For tuning: never prints what is held out.
    [Fact]
    public void Tuned_schemas_have_no_silently_kept_column() =>
        Assert.Empty(CorpusReader.Read().Where(column => !column.IsHeldOut && column.IsMissed).Select(column => $"{column.Name}: {column.Verdict.Why}"));
}
