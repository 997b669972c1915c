using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;

namespace CiAnon.PostgresTests.Live;

/// <summary>What teams know as django-birdbath: production is synced to staging, staging is anonymized where it stands, and development pulls from there.</summary>
public sealed class BirdbathPageTests(QuietCluster quiet) : IClassFixture<QuietCluster>, IDisposable
{
    // Of Django and Wagtail what the processors clean, and two tables of the site's own.
    private const string Schema = """
        CREATE TABLE auth_user (id serial PRIMARY KEY, password varchar(128) NOT NULL, last_login timestamptz, is_superuser bool NOT NULL, username varchar(150) NOT NULL UNIQUE,
            first_name varchar(150) NOT NULL, last_name varchar(150) NOT NULL, email varchar(254) NOT NULL, is_staff bool NOT NULL, is_active bool NOT NULL, date_joined timestamptz NOT NULL);
        INSERT INTO auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined)
            SELECT 'pbkdf2_sha256$600000$canarysalt' || i || '$' || repeat('c', 43) || '=', false, 'canary' || i, 'Canaryann', 'Canaryson', 'canary' || i || '@private.test', false, true, now() FROM generate_series(1, 40) i;
        CREATE TABLE wagtailforms_formsubmission (id serial PRIMARY KEY, form_data jsonb NOT NULL, submit_time timestamptz NOT NULL, page_id int NOT NULL);
        INSERT INTO wagtailforms_formsubmission (form_data, submit_time, page_id) VALUES ('{"email": "canary1@private.test"}', now(), 1);
        CREATE TABLE wagtailsearch_query (id serial PRIMARY KEY, query_string varchar(255) NOT NULL UNIQUE);
        INSERT INTO wagtailsearch_query (query_string) VALUES ('canary son');
        CREATE TABLE blogs_blogalertsubscription (id serial PRIMARY KEY, email varchar(254) NOT NULL, confirmed bool NOT NULL);
        INSERT INTO blogs_blogalertsubscription (email, confirmed) VALUES ('canary2@private.test', true);
        CREATE TABLE recruitment_alertsubscription (id serial PRIMARY KEY, email varchar(254) NOT NULL, search varchar(255));
        INSERT INTO recruitment_alertsubscription (email, search) VALUES ('canary3@private.test', 'canary');
        """;

    // A processor a line.
    private const string Policy = """
        version: 1
        preset: [django, wagtail]
        tables:
          wagtailforms_formsubmission: { rows: none, keep: [submit_time] }
          blogs_blogalertsubscription: { rows: none, columns: { email: email } }
          recruitment_alertsubscription: { rows: none, columns: { email: email, search: text } }
        """;

    private readonly Scene _scene = new();

    [Fact]
    public void Staging_is_anonymized_where_it_stands_and_development_pulls_from_there()
    {
        var staging = quiet.Cluster.CreateDatabase(Schema);
        using var development = TestCluster.Start(quiet.Cluster.Tools);
        File.WriteAllText(_scene.PolicyPath, Policy);
        _scene.With("STAGING", quiet.Cluster.ConnectionString(staging)).With("DEVELOPMENT", development.ConnectionString("site_dev"));
        // What an application asks at its start: not before, and ever after.
        _scene.Run("check", "--target-env", "STAGING").Line(DiagnosticCodes.NeverSanitized);
        var done = _scene.Run("sanitize", "--target-env", "STAGING", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work);
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal(0, _scene.Run("check", "--target-env", "STAGING", "--policy", _scene.PolicyPath).Exit);
        Assert.Equal("0|0|0|0", quiet.Cluster.Query(staging, """
            SELECT (SELECT count(*) FROM wagtailforms_formsubmission), (SELECT count(*) FROM wagtailsearch_query), (SELECT count(*) FROM blogs_blogalertsubscription), (SELECT count(*) FROM recruitment_alertsubscription)
            """));
        Assert.Equal("40|1|0", quiet.Cluster.Query(staging, "SELECT count(*), count(DISTINCT password), count(*) FILTER (WHERE auth_user::text ILIKE '%canary%') FROM auth_user"));

        var pulled = _scene.Run("sync", "staging-to-local", "--source-env", "STAGING", "--target-env", "DEVELOPMENT", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work);
        Assert.True(pulled.Exit == 0, pulled.Error);
        Assert.Equal("40", development.Query("site_dev", "SELECT count(*) FROM auth_user"));
        Assert.Equal(0, _scene.Run("check", "--target-env", "DEVELOPMENT").Exit);
    }

    public void Dispose() => _scene.Dispose();
}
