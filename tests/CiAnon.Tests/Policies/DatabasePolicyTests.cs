using System.Text;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Tests.Policies;

/// <summary>A policy for a whole cluster: what stands above <c>databases</c> holds in each, of two words the database's own wins.</summary>
public sealed class DatabasePolicyTests
{
    private const string Text = """
        version: 1
        locale: en
        columns: { email: email, phone: phone }
        databases:
          shop: { locale: de, columns: { email: hash, "*_note": hash }, tables: { customers: { keep: all } } }
          crm: {}
          old: drop

        """;

    [Fact]
    public void Rules_are_put_together_by_name_and_the_databases_own_come_first()
    {
        var policy = Read(Text, "shop").Policy!;
        Assert.Equal([("email", "hash", false), ("*_note", "hash", false), ("phone", "phone", true)], policy.Columns.Select(rule => (rule.Column, rule.Strategy.Name, rule.IsShared)));
        Assert.Equal(("de", "customers", null), (policy.Locale, policy.Tables.Single().Name, policy.Databases));
    }

    [Fact]
    public void A_database_without_a_word_of_its_own_has_the_common_ones()
    {
        Assert.Equal([("email", "email", true), ("phone", "phone", true)], Read(Text, "crm").Policy!.Columns.Select(rule => (rule.Column, rule.Strategy.Name, rule.IsShared)));
        var whole = Read(Text, null).Policy!;
        Assert.Equal([("shop", false), ("crm", false), ("old", true)], whole.Databases!.Select(rule => (rule.Name, rule.IsDropped)));
        Assert.Equal(RolesMode.Drop, whole.Roles);
    }

    [Theory]
    [InlineData("databases: { a: { retention: 3 days } }", "unknown key 'retention' in a database")]
    [InlineData("databases: { a: { roles: keep } }", "unknown key 'roles' in a database")]
    [InlineData("databases: { a: keep }", "a database takes 'drop' or a mapping")]
    [InlineData("databases: { a: {}, a: drop }", "'a' stands twice in 'databases'")]
    [InlineData("databases: [a]", "'databases' takes a mapping")]
    [InlineData("roles: maybe", "roles")]
    public void Mistakes_are_named(string text, string told) =>
        Assert.Contains(Read($"version: 1\n{text}\n", "a").Diagnostics, problem => problem.Message.Contains(told, StringComparison.Ordinal));

    private static PolicyReadResult Read(string text, string? database) =>
        new PolicyReader(StrategyRegistry.All, Locales.All) { Database = database }.Read("ci-anon.yml", Encoding.UTF8.GetBytes(text), static _ => null, new DateOnly(2026, 1, 1));
}
