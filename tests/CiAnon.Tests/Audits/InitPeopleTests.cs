namespace CiAnon.Tests.Audits;

/// <summary>What init proposes for people who are called the same in several places, and for texts about people whom no column names.</summary>
public sealed class InitPeopleTests : InitFolder
{
    private const string Users = "CREATE TABLE public.users (\n    login text NOT NULL,\n    first_name text NOT NULL,\n    last_name text NOT NULL,\n    email text NOT NULL\n);\n";

    [Theory]
    [InlineData("CREATE TABLE public.posts (\n    username text NOT NULL\n);\n", false)]
    [InlineData("CREATE TABLE public.posts (\n    profile jsonb NOT NULL\n);\n", false)]
    [InlineData("CREATE TABLE public.posts (\n    rating integer NOT NULL\n);\n", true)]
    public void What_somebody_is_called_joins_wherever_it_stands(string posts, bool isDrawnWithThePerson)
    {
        var column = posts.Contains("username", StringComparison.Ordinal) ? "username" : posts.Contains("profile", StringComparison.Ordinal) ? "profile" : "rating";
        var text = Init(out _, builder =>
        {
            builder.Add(12, "TABLE", "users", "public", Users);
            builder.AddRows(32, "users", string.Concat(Enumerable.Range(1, 60).Select(row => $"{Login(row)}\t{Pick("Anna Lukas Birgit", row)}\t{Pick("Schmidt Weber Vogt", row)}\ta{row}@posteo-mail.net\n")), "COPY public.users (login, first_name, last_name, email) FROM stdin;\n");
            builder.Add(13, "TABLE", "posts", "public", posts);
            builder.AddRows(33, "posts", string.Concat(Enumerable.Range(1, 60).Select(row => (column == "profile" ? $"{{\"login\": \"{Login(row)}\"}}" : column == "rating" ? $"{row % 5}" : Login(row)) + "\n")), $"COPY public.posts ({column}) FROM stdin;\n");
        });
        Assert.Contains("first_name: { strategy: person, part: first_name, by: email }", text, StringComparison.Ordinal);
        Assert.Contains(isDrawnWithThePerson ? "login: { strategy: person, part: username, by: email }" : "login: username  #", text, StringComparison.Ordinal);
        if (column == "profile") Assert.Contains("'$.login': username", text, StringComparison.Ordinal);

        static string Login(int row) => $"user{row}x";
    }
}
