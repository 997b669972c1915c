using System.Text;
using CiAnon.Keys;
using CiAnon.Residual;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;

namespace CiAnon.Benchmarks;

/// <summary>Tickets as in <c>benchmarks/data/dataset.sql</c>, and the customers who wrote them.</summary>
internal static class Tickets
{
    private static readonly string[] Words =
        "the parcel was left with neighbour please call before you come again order arrived broken and invoice still wants payment although refund promised last week nobody answers thanks".Split(' ');

    public static Originals NoOriginals() => new(new DomainKey(Enumerable.Range(1, 32).Select(value => (byte)value).ToArray()));

    /// <summary>Tells the prose who the customers are, and what became of them.</summary>
    public static void Know(RunProse prose, Originals originals, int customers)
    {
        var sink = new KnownSink([PersonalKind.Name, PersonalKind.Email, PersonalKind.Phone], originals, prose.Pseudonyms, prose.Pseudonyms.AddTable());
        for (var customer = 0; customer < customers; customer++)
        {
            Show(0, PersonalKind.Name, Name(customer), $"Riley Blanda{customer}");
            Show(1, PersonalKind.Email, Address(customer), $"user_{customer}@anon.example");
            Show(2, PersonalKind.Phone, Phone(customer), $"+49 555 {customer:0000000}");
            sink.CloseRow();
        }
        originals.Freeze();
        prose.Know(originals);

        void Show(int field, PersonalKind kind, string value, string pseudonym)
        {
            sink.Becomes(kind, Encoding.UTF8.GetBytes(pseudonym));
            sink.Field(field, Encoding.UTF8.GetBytes(value));
        }
    }

    public static string Of(int ticket, int customers)
    {
        var customer = (int)(ticket * 7919L % customers);
        return $"Hello,\n\nmy name is {Name(customer)} ({Address(customer)}). {Sentences(ticket, 4 + ticket % 8)}\nYou can reach me at {Phone(customer)} or write to {Address(customer)}.\n\nBest regards\n{First(customer)}";
    }

    public static string Sentences(int seed, int count) => string.Join(' ', Enumerable.Range(0, count).Select(sentence => string.Join(' ', Enumerable.Range(0, 10).Select(word => Word(seed * 31 + sentence * 7 + word * word, word == 0))) + "."));

    private static string Word(int index, bool isFirst)
    {
        var word = Words[index % Words.Length];
        return isFirst ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }

    private static string First(int customer) => new[] { "Anna", "Bernd", "Élise", "Jürgen", "Michael", "Patricia" }[customer % 6];

    private static string Name(int customer) => $"{First(customer)} {Syllables(customer)}";

    // One to one.
    private static string Syllables(int number)
    {
        var word = new StringBuilder("V");
        for (var rest = number + 60; rest > 0; rest /= 60) word.Append("aeiou"[rest % 60 / 12]).Append("bcdfghklmnprstvz"[rest % 60 % 12]);
        return word.ToString();
    }

    private static string Address(int customer) => $"customer.{customer}@mail{customer % 12}.de";

    private static string Phone(int customer) => $"+49 {150 + customer % 40} {customer * 7919L % 10_000_000:0000000}";
}
