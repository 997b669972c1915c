using System.Text;
using CiAnon.Tests.Cli;
using CiAnon.Tests.Dumps;

namespace CiAnon.Tests.Audits;

/// <summary>What init proposes, and what it leaves to people.</summary>
public sealed class InitTests : DumpFolder
{
    private const string Tickets = "CREATE TABLE public.tickets (\n    id integer NOT NULL,\n    category text,\n    state text,\n    extra text\n);\n";

    [Fact]
    public void Two_addresses_among_three_words_are_never_proposed_to_be_kept()
    {
        var text = Init(out _);
        Assert.Matches("category: { strategy: (text|hash), .*proposed: ", text);
        Assert.DoesNotContain("category: keep", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keep_is_proposed_bare_and_no_machine_writes_a_reason()
    {
        var text = Init(out _);
        Assert.Contains("state: keep  # not personal, 90 %: 3 different values come again and again\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("reason: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_sure_is_proposed_and_counted()
    {
        var text = Init(out var output);
        Assert.Equal(2, text.Split("proposed: '").Length - 1);
        Assert.Contains("decide on the 2 lines that say \"proposed:\" (in CI a run stops at them)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_look_finds_nothing_to_add_and_the_audit_says_who_has_to_decide()
    {
        var text = Init(out _);
        Assert.Contains("every column has a decision", FakeSession.Run("init", In("source"), "-o", In("new.yml")).Out, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(In("new.yml")));
        var (exit, output, _) = FakeSession.Run("audit", In("source"), "-p", In("new.yml"));
        Assert.Equal(1, exit);
        Assert.Equal(2, output.Split("warning undecided-rule: nobody decided on public.tickets.").Length - 1);
    }

    [Fact]
    public void A_partition_key_that_holds_addresses_gets_a_rule_as_any_column_does()
    {
        Assert.Contains("region: { strategy: text,", Init(out var output, AddParts), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing fits public.parts.region", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_with_addresses_in_them_are_proposed_as_texts_that_stay_and_a_person_decides()
    {
        var text = Init(out _, AddMessages);
        Assert.Matches("body: { strategy: free_text, proposed: '.*the text stays", text);
        Assert.Matches("remark: (text|{ strategy: text)", text);
    }

    private static void AddMessages(ArchiveBuilder builder)
    {
        builder.Add(12, "TABLE", "messages", "public", "CREATE TABLE public.messages (\n    body text,\n    remark text\n);\n");
        builder.AddRows(32, "messages", string.Concat(Enumerable.Range(1, 60).Select(row => $"Please send the invoice of {row} March again to anna.schmidt{row}@posteo-mail.net, thanks.\tThis one was never answered by anybody at all, I am afraid, number {row}.\n")),
            "COPY public.messages (body, remark) FROM stdin;\n");
    }

    private static void AddParts(ArchiveBuilder builder)
    {
        builder.Add(12, "TABLE", "parts", "public", "CREATE TABLE public.parts (\n    region text NOT NULL\n)\nPARTITION BY LIST (region);\n");
        builder.Add(13, "TABLE", "parts_a", "public", "CREATE TABLE public.parts_a (\n    region text NOT NULL\n);\n");
        builder.Add(14, "TABLE ATTACH", "parts_a", "public", "ALTER TABLE ONLY public.parts ATTACH PARTITION public.parts_a DEFAULT;\n");
        builder.AddRows(32, "parts_a", string.Concat(Enumerable.Range(1, 60).Select(row => $"north{row % 3}\n")) + "anna.schmidt@posteo-mail.net\n", "COPY public.parts_a (region) FROM stdin;\n");
    }

    private string Init(out string output, Action<ArchiveBuilder>? edit = null)
    {
        var builder = new ArchiveBuilder { ChunkSize = 1000 };
        builder.Add(1, "ENCODING", "ENCODING", defn: "SET client_encoding = 'UTF8';\n");
        builder.Add(2, "SEARCHPATH", "SEARCHPATH", defn: "SELECT pg_catalog.set_config('search_path', '', false);\n");
        builder.Add(10, "TABLE", "tickets", "public", Tickets);
        var rows = new StringBuilder();
        for (var row = 1; row <= 3000; row++)
            rows.Append($"{row}\t{(row % 1500 == 0 ? "anna.schmidt@posteo-mail.net" : Pick("billing delivery other", row))}\t{Pick("new open done", row)}\tthing {Pick("lamp kettle chair", row)} {row}\n");
        builder.AddRows(30, "tickets", rows.ToString(), "COPY public.tickets (id, category, state, extra) FROM stdin;\n");
        edit?.Invoke(builder);
        Write(builder.Custom(), "source");
        var (exit, text, error) = FakeSession.Run("init", In("source"), "-o", In("new.yml"));
        Assert.Equal((0, ""), (exit, error));
        output = text;
        return File.ReadAllText(In("new.yml"));
    }

    private static string Pick(string words, int row) => words.Split(' ')[row % 3];
}
