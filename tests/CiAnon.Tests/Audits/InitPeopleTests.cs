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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Texts_stay_around_people_only_where_some_column_says_who_people_are(bool hasNames)
    {
        var text = Init(out _, builder =>
        {
            if (hasNames)
            {
                builder.Add(12, "TABLE", "users", "public", Users);
                builder.AddRows(32, "users", string.Concat(Enumerable.Range(1, 60).Select(row => $"user{row}x\t{Pick("Anna Lukas Birgit", row)}\t{Pick("Schmidt Weber Vogt", row)}\ta{row}@posteo-mail.net\n")), "COPY public.users (login, first_name, last_name, email) FROM stdin;\n");
            }
            builder.Add(13, "TABLE", "letters", "public", "CREATE TABLE public.letters (\n    message text NOT NULL\n);\n");
            builder.AddRows(33, "letters", string.Concat(Enumerable.Range(1, 60).Select(row => $"Please write to a{row}@posteo-mail.net about the {Pick("lamp kettle chair", row)} that came {Pick("late broken twice", row / 3)}\n")), "COPY public.letters (message) FROM stdin;\n");
        });
        Assert.Equal(hasNames, text.Contains("message: { strategy: free_text", StringComparison.Ordinal));
        Assert.Matches(hasNames ? "message: { strategy: free_text" : @"message: (text|\{ strategy: text)", text);
    }
}
