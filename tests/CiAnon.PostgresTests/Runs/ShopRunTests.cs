using CiAnon.Cli.Terminal;
using CiAnon.Dumps;
using CiAnon.PostgresTests.Runs.Schemas;
using CiAnon.Tests.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PostgresTests.Runs;

public sealed class ShopRunTests(TestCluster cluster, ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly RunFolder _folder = new();

    [Fact]
    public void A_custom_archive_is_anonymized_and_nothing_else_changes()
    {
        var run = _folder.Anonymize(shop.Custom, ShopFixture.Policy);
        new ArtefactJudge(cluster).Judge(run);
        Assert.Equal(MaskedByThePolicy, run.Masked);
        Assert.Equal([RunStage.Restore, RunStage.Anonymize, RunStage.Verify, RunStage.Backup], run.Observer.Finished);
    }

    [Fact]
    public void The_report_is_valid_for_the_published_schema()
    {
        _folder.Anonymize(shop.Custom, ShopFixture.Policy);
        using var ajv = new Ajv();
        Assert.Equal(["valid"], ajv.Validate(GeneratedFile.Read("docs/schema/report.schema.json"), File.ReadAllText(_folder.Report)));
    }

    [Fact]
    public void The_plan_reads_as_the_committed_one()
    {
        using var run = new AnonymizationRun(_folder.Options(shop.Custom, ShopFixture.Policy) with { OutputPath = null }, new RecordingObserver(), CancellationToken.None);
        var text = new StringWriter { NewLine = "\n" };
        PlanText.Print(run.Restore(), text);
        GeneratedFile.AssertUpToDate("tests/CiAnon.PostgresTests/Runs/shop-plan.verified.txt", text.ToString().Replace(ShopFixture.Policy, "ci-anon.yml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_directory_archive_is_anonymized_and_nothing_else_changes() =>
        new ArtefactJudge(cluster).Judge(_folder.Anonymize(shop.Directory, ShopFixture.Policy));

    [Fact]
    public void An_archive_from_a_pipe_is_anonymized_and_nothing_else_changes() =>
        new ArtefactJudge(cluster).Judge(RunFolder.Anonymize(_folder.Options(shop.Piped, ShopFixture.Policy) with { Jobs = 4 }));

    [Fact]
    public void An_uncompressed_archive_stays_uncompressed()
    {
        var run = RunFolder.Anonymize(_folder.Options(shop.Uncompressed, ShopFixture.Policy) with { Jobs = 1 });
        new ArtefactJudge(cluster).Judge(run);
        Assert.Matches("Compression: (0|none)\n", TestProcess.Run(cluster.Tools.Program("pg_restore"), ["-l", run.Artefact]).Text);
    }

    [Fact]
    public void A_custom_archive_becomes_a_directory_and_the_other_way_round()
    {
        var directory = RunFolder.Anonymize(_folder.Options(shop.Custom, ShopFixture.Policy) with { Format = DumpFormat.Directory, Key = RunFolder.Key(1) });
        Assert.True(File.Exists(Path.Combine(directory.Artefact, "toc.dat")));
        Assert.Equal(("custom", "directory"), (directory.Report.Input.Format, directory.Report.Output!.Format));
        new ArtefactJudge(cluster).Judge(directory);

        var options = _folder.Options(shop.Directory, ShopFixture.Policy) with { OutputPath = _folder.In("custom"), Format = DumpFormat.Custom, Key = RunFolder.Key(1) };
        var custom = RunFolder.Anonymize(options);
        Assert.Equal(("directory", "custom"), (custom.Report.Input.Format, custom.Report.Output!.Format));
        Assert.Equal(cluster.Script(directory.Artefact), cluster.Script(custom.Artefact));
    }

    [Fact]
    public void The_artefact_is_proven_by_restoring_it_when_the_policy_says_so()
    {
        var policy = _folder.In("ci-anon.yml");
        File.WriteAllText(policy, File.ReadAllText(ShopFixture.Policy).Replace("sql: [verify/*.sql]", "sql: []", StringComparison.Ordinal) + "\nproof: restore\n");
        var run = _folder.Anonymize(shop.Custom, policy);
        new ArtefactJudge(cluster).Judge(run);
        Assert.Contains("second", run.Report.Checks.Single(check => check.Id == "restorable").Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_gives_the_same_pseudonyms_every_time_and_no_key_gives_others()
    {
        var options = _folder.Options(shop.Custom, ShopFixture.Policy);
        AnonymizedDump Run(string name, Keys.RunKey? key) => RunFolder.Anonymize(options with { OutputPath = _folder.In(name), Key = key });
        var first = Run("first", RunFolder.Key(7));
        var again = Run("again", RunFolder.Key(7));
        var other = Run("other", RunFolder.Key(8));
        var random = Run("random", null);

        Assert.Equal(cluster.Script(first.Artefact), cluster.Script(again.Artefact));
        Assert.Equal(("pseudonymization", first.Report.Key.Fingerprint), (again.Report.Key.Mode, again.Report.Key.Fingerprint));
        Assert.NotEqual(first.Report.Key.Fingerprint, other.Report.Key.Fingerprint);
        Assert.Equal(("anonymization", null), (random.Report.Key.Mode, random.Report.Key.Fingerprint));
        AnonymizedDump[] different = [first, other, random];
        Assert.Equal(3, different.SelectMany(run => Pseudonyms(run.Artefact)).Count(pseudonym => pseudonym.Length > 0) / Pseudonyms(first.Artefact).Count);
        Assert.Equal(Pseudonyms(first.Artefact).Count * 3, different.SelectMany(run => Pseudonyms(run.Artefact)).Distinct().Count());
    }

    public void Dispose() => _folder.Dispose();

    private HashSet<string> Pseudonyms(string artefact) => [.. System.Text.RegularExpressions.Regex
        .Matches(System.Text.Encoding.UTF8.GetString(cluster.Script(artefact, "--data-only", "-t", "customers")), "[a-z.]+_[0-9a-f]+@anon\\.example").Select(match => match.Value)];

    private static string[] MaskedByThePolicy =>
    [
        "crm.Sales Leads.Company: company", "crm.Sales Leads.Contact Person: person", "crm.Sales Leads.E-Mail: person",
        "crm.Sales Leads.Next Contact: noise", "crm.Sales Leads.Phone No.: phone", "crm.Sales Leads.Potential €: noise",
        "public.customers.birth_date: noise", "public.customers.city: address", "public.customers.company: company", "public.customers.email: person",
        "public.customers.first_name: person", "public.customers.last_name: person", "public.customers.national_id: digits",
        "public.customers.notes: text", "public.customers.password_hash: constant", "public.customers.phone: phone",
        "public.customers.postal_code: address", "public.customers.street: address",
        "public.gift_cards.code: hash", "public.gift_cards.message: empty", "public.gift_cards.recipient_email: person",
        "public.newsletter_consents.subscriber: person",
        "public.orders.customer_email: person", "public.orders.delivery_note: text",
        "public.page_views.referrer: redact", "public.page_views_2023.referrer: redact", "public.page_views_2024.referrer: redact", "public.page_views_other.referrer: redact",
        "public.payments.card_holder: name", "public.payments.card_number: digits", "public.payments.iban: digits",
        "public.reviews.body: text", "public.reviews.display_name: name", "public.reviews.title: text",
        "public.staff.email: person", "public.staff.first_name: person", "public.staff.hired_on: noise", "public.staff.iban: digits",
        "public.staff.last_name: person", "public.staff.left_on: constant", "public.staff.phone: phone", "public.staff.remarks: null", "public.staff.salary: noise",
    ];
}
