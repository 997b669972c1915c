using System.Globalization;
using CiAnon.Tests.Cli;
using CiAnon.Tests.Dumps;

namespace CiAnon.Tests.Audits;

/// <summary>What is proposed for e-mail addresses and for the people beside them: one address has one pseudonym wherever it stands, whatever the policy said before.</summary>
public sealed class InitAddressTests : InitFolder
{
    private const string Person = "{ strategy: person, part: email, digits: 17 }";

    [Fact]
    public void An_address_has_one_rule_in_columns_arrays_and_JSON_of_a_new_policy()
    {
        var text = Init(out _, AddCustomers);
        Assert.Contains($"email: {Person}", text, StringComparison.Ordinal);
        Assert.Contains($"reply_to: {Person}", text, StringComparison.Ordinal);
        Assert.Contains($"emails: {{ strategy: array, each: {{ strategy: person, digits: 17, part: email }} }}", text, StringComparison.Ordinal);
        Assert.Contains("$.email': { strategy: person, digits: 17, part: email }", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(: email[ ,]|strategy: email)", text.Replace("by: email ", "", StringComparison.Ordinal).Replace("part: email", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("email", "email", "$.email': email")]
    [InlineData("{ strategy: email, fold_case: true }", "{ strategy: email, fold_case: 'true' }", "$.email': { strategy: email, fold_case: 'true' }")]
    [InlineData("{ strategy: person, part: email, by: email }", "{ strategy: person, part: email }", "$.email': { strategy: person, part: email }")]
    [InlineData("{ strategy: person, part: email, by: id }", Person, "$.email': { strategy: person, digits: 17, part: email }")]
    public void What_a_policy_does_with_addresses_is_proposed_for_all_others(string decided, string column, string path)
    {
        var text = Again($"version: 1\nlocale: fr\ntables:\n  customers:\n    columns:\n      email: {decided}\n");
        Assert.Contains($"reply_to: {column} ", text, StringComparison.Ordinal);
        Assert.Contains(path, text, StringComparison.Ordinal);
        Assert.StartsWith("version: 1\nlocale: fr\ntables:\n", text, StringComparison.Ordinal);
        Assert.Contains("first_name: { strategy: person, part: first_name, by: email }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_a_policy_masks_by_themselves_are_not_drawn_together_elsewhere()
    {
        var text = Again("version: 1\ntables:\n  customers:\n    columns:\n      first_name: first_name\n");
        Assert.Contains("last_name: last_name", text, StringComparison.Ordinal);
        Assert.Contains("reply_to: email", text, StringComparison.Ordinal);
        Assert.DoesNotContain("locale", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1\npreset: [django]\n", "version: 1\nlocale: ")]
    [InlineData("# ours\nversion: 1 # one\r\npreset: [django]\r\n", "# ours\nversion: 1 # one\r\nlocale: ")]
    [InlineData("preset: [django]\nlocale: fr\nversion: 1\n", "preset: [django]\nlocale: fr\nversion: 1\n")]
    public void A_policy_that_has_a_preset_and_no_rules_gets_what_a_new_one_gets(string existing, string start)
    {
        var text = Again(existing);
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("locale: ").Length - 1);
        Assert.Contains("first_name: { strategy: person, part: first_name, by: email }", text, StringComparison.Ordinal);
        Assert.Contains($"email: {Person}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_follow_the_preset_s()
    {
        var text = Again("version: 1\npreset: [django]\n", builder => builder.Add(15, "TABLE", "auth_user", "public", "CREATE TABLE public.auth_user (\n    id integer NOT NULL,\n    email text\n);\n"));
        Assert.Contains("reply_to: email", text, StringComparison.Ordinal);
        Assert.Contains("$.email': email", text, StringComparison.Ordinal);
    }

    private string Again(string existing, Action<ArchiveBuilder>? edit = null)
    {
        Init(out _, builder =>
        {
            AddCustomers(builder);
            edit?.Invoke(builder);
        });
        File.WriteAllText(In("old.yml"), existing);
        var (exit, _, error) = FakeSession.Run("init", In("source"), "-o", In("old.yml"));
        Assert.Equal((0, ""), (exit, error));
        return File.ReadAllText(In("old.yml"));
    }

    private static void AddCustomers(ArchiveBuilder builder)
    {
        builder.Add(12, "TABLE", "customers", "public", "CREATE TABLE public.customers (\n    id integer NOT NULL,\n    first_name text,\n    last_name text,\n    email text,\n    profile jsonb\n);\n");
        builder.Add(13, "TABLE", "orders", "public", "CREATE TABLE public.orders (\n    reply_to text,\n    emails text[]\n);\n");
        builder.AddRows(32, "customers", string.Concat(Enumerable.Range(1, 60).Select(row => $"{row}\t{Pick("Anna Jonas Greta", row)}\t{Pick("Schmidt Weber Vogt", row)}\t{Address(row)}\t{{\"email\": \"{Address(row)}\"}}\n")),
            "COPY public.customers (id, first_name, last_name, email, profile) FROM stdin;\n");
        builder.AddRows(33, "orders", string.Concat(Enumerable.Range(1, 60).Select(row => $"{Address(row)}\t{{{Address(row)},{Address(row + 1)}}}\n")), "COPY public.orders (reply_to, emails) FROM stdin;\n");
        builder.Add(40, "CONSTRAINT", "customers customers_email_key", "public", "ALTER TABLE ONLY public.customers\n    ADD CONSTRAINT customers_email_key UNIQUE (email);\n");
    }

    private static string Address(int row) => string.Create(CultureInfo.InvariantCulture, $"a{row}@posteo-mail.net");
}
