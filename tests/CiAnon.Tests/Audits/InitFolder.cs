using System.Text;
using CiAnon.Tests.Cli;
using CiAnon.Tests.Dumps;

namespace CiAnon.Tests.Audits;

/// <summary>A folder with a dump for which init writes a policy: tickets, and what a test adds.</summary>
public abstract class InitFolder : DumpFolder
{
    private const string Tickets = "CREATE TABLE public.tickets (\n    id integer NOT NULL,\n    category text,\n    state text,\n    extra text\n);\n";

    private protected string Init(out string output, Action<ArchiveBuilder>? edit = null, string name = "source")
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
        Write(builder.Custom(), name);
        var (exit, text, error) = FakeSession.Run("init", In(name), "-o", In("new.yml"));
        Assert.Equal((0, ""), (exit, error));
        output = text;
        return File.ReadAllText(In("new.yml"));
    }

    protected static string Pick(string words, int row) => words.Split(' ')[row % 3];
}
