using CiAnon.Sandboxes;

namespace CiAnon.Tests.Live;

/// <summary>The examples of PostgreSQL's documentation ("Connection URIs") and of its test t/001_uri.pl in src/interfaces/libpq, as it reads them.</summary>
public sealed class ConnectionUriTests
{
    [Theory]
    [InlineData("postgresql://", "")]
    [InlineData("postgresql://localhost", "host=localhost")]
    [InlineData("postgresql://localhost:5433", "host=localhost port=5433")]
    [InlineData("postgresql://localhost/mydb", "host=localhost dbname=mydb")]
    [InlineData("postgresql://user:secret@localhost", "user=user password=secret host=localhost")]
    [InlineData("postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp", "user=other host=localhost dbname=otherdb connect_timeout=10 application_name=myapp")]
    [InlineData("postgresql://host1:123,host2:456/somedb?target_session_attrs=any", "host=host1,host2 port=123,456 dbname=somedb target_session_attrs=any")]
    [InlineData("postgresql:///mydb?host=localhost&port=5433", "dbname=mydb host=localhost port=5433")]
    [InlineData("postgresql://[2001:db8::1234]/database", "host=2001:db8::1234 dbname=database")]
    [InlineData("postgresql://[::1]:5433", "host=::1 port=5433")]
    [InlineData("postgresql://%2Fvar%2Flib%2Fpostgresql/dbname", "host=/var/lib/postgresql dbname=dbname")]
    [InlineData("postgresql://uri-user@", "user=uri-user")]
    [InlineData("postgres://uri-user@host", "user=uri-user host=host")]
    [InlineData("postgresql://host?uzer=", "host=host uzer=")]
    [InlineData("postgresql://us%65r:pa%20ss@host", "user=user password=pa ss host=host")]
    [InlineData("postgresql://host/db?ssl=true", "host=host dbname=db sslmode=require")]
    [InlineData("postgresql://host/a%2Fb", "host=host dbname=a/b")]
    [InlineData("postgresql://host/a#b?application_name=night+run", "host=host dbname=a#b application_name=night+run")]
    [InlineData("postgresql://user:p#ss:w@host/..", "user=user password=p#ss:w host=host dbname=..")]
    [InlineData("postgresql://host/live?dbname=test", "host=host dbname=live dbname=test")]
    public void Says_what_it_says_to_libpq(string uri, string words) =>
        Assert.Equal(words, string.Join(' ', ConnectionUri.Read(uri).Select(pair => $"{pair.Word}={pair.Value}")));

    [Theory]
    [InlineData("postgresql://host?zzz")]
    [InlineData("postgresql://host?value1&value2")]
    [InlineData("postgresql://host?key=key=value")]
    [InlineData("postgresql://host/db?x=%XX")]
    [InlineData("postgresql://a%00@host")]
    [InlineData("postgresql://host/%2")]
    [InlineData("postgresql://[::1")]
    [InlineData("postgresql://[]")]
    [InlineData("postgresql://[::1]z")]
    public void What_libpq_refuses_is_refused(string uri) => Assert.Throws<FormatException>(() => ConnectionUri.Read(uri));
}
