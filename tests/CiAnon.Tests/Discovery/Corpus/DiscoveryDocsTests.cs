using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Discovery.Corpus;

public class DiscoveryDocsTests
{
    // 0.91 was measured; a few columns may be lost to changes elsewhere before somebody must look.
    private const double HeldOutFloor = 0.88;

    [Fact]
    public void The_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/discovery.md", DiscoveryDocs.Markdown(CorpusReader.Read()));

    [Fact]
    public void Direct_identifiers_of_schemas_that_nobody_tuned_for_are_found() =>
        Assert.InRange(DiscoveryDocs.DirectRecall(CorpusReader.Read().Where(column => column.IsHeldOut)), HeldOutFloor, 1);

    [Fact]
    public void The_corpus_is_large_a_third_is_held_out_and_half_of_the_public_databases()
    {
        var schemas = CorpusReader.Read().GroupBy(column => column.Schema).Select(schema => schema.First()).ToList();
        Assert.Equal((27, 9), (schemas.Count(schema => !schema.IsPublic), schemas.Count(schema => schema is { IsPublic: false, IsHeldOut: true })));
        Assert.Equal((22, 11), (schemas.Count(schema => schema.IsPublic), schemas.Count(schema => schema is { IsPublic: true, IsHeldOut: true })));
    }

    // Of tuned schemas only: what is held out must not guide anybody.
    [Fact]
    public void Tuned_schemas_have_no_silently_kept_column() =>
        Assert.Empty(CorpusReader.Read().Where(column => !column.IsHeldOut && column.IsMissed).Select(column => $"{column.Name}: {column.Verdict.Why}"));
}
