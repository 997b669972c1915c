using CiAnon.Tests.Dumps;

namespace CiAnon.Tests.Audits;

/// <summary>What is proposed for what programs look things up by, and for parts of dates: an application must still be able to use it.</summary>
public sealed class InitCodeTests : InitFolder
{
    [Fact]
    public void Files_keep_their_extensions_and_slugs_and_keys_stay_in_one_piece()
    {
        var text = Init(out _, AddFiles);
        Assert.Contains("file_name: { strategy: hash, extension: keep, proposed: ", text, StringComparison.Ordinal);
        Assert.Contains("slug: { strategy: hash, proposed: ", text, StringComparison.Ordinal);
        Assert.Contains("object_ref: { strategy: hash, proposed: ", text, StringComparison.Ordinal);
        Assert.Contains("$.upload': { strategy: hash, extension: keep }", text, StringComparison.Ordinal);
        Assert.Contains("$.slug': hash", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_stay_months_and_years_years()
    {
        var text = Init(out _, AddCards);
        Assert.Contains("exp_month: { strategy: random, between: [1, 12] }", text, StringComparison.Ordinal);
        Assert.Contains("exp_year: { strategy: noise, range: 3 }", text.Replace("'3'", "3", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void AddFiles(ArchiveBuilder builder)
    {
        builder.Add(12, "TABLE", "papers", "public", "CREATE TABLE public.papers (\n    file_name text,\n    slug text,\n    object_ref text,\n    doc jsonb,\n    code character(3)\n);\n");
        builder.AddRows(32, "papers", string.Concat(Enumerable.Range(1, 90).Select(row =>
            $"{Pick("scan brief lease", row)}_{Name(row)}_{row}.{Pick("pdf docx jpg", row)}\tparty-{Name(row % 30)}-{row % 30}\tbox/{row}/Z{row * 7}\t{{\"upload\": \"{Name(row)}_{row}.pdf\", \"slug\": \"party-{Name(row % 30)}-{row % 30}\", \"mail\": \"a{row}@posteo-mail.net\"}}\t{row % 90 + 100}\n")),
            "COPY public.papers (file_name, slug, object_ref, doc, code) FROM stdin;\n");
    }

    private static void AddCards(ArchiveBuilder builder)
    {
        builder.Add(12, "TABLE", "cards", "public", "CREATE TABLE public.cards (\n    card_number text,\n    exp_month integer,\n    exp_year integer\n);\n");
        builder.AddRows(32, "cards", string.Concat(Enumerable.Range(1, 60).Select(row => $"4111111111111111\t{1 + row % 12}\t{2026 + row % 5}\n")), "COPY public.cards (card_number, exp_month, exp_year) FROM stdin;\n");
    }

    private static string Name(int row) => string.Concat(Enumerable.Range(0, 5).Select(at => (char)('a' + (row * 7 + at * (row % 11 + 3)) % 26)));
}
