using CiAnon.Sandboxes.Live;

namespace CiAnon.Tests.Live;

/// <summary>Of what pg_dump and pg_restore say a reason is taken, and never a word of theirs.</summary>
public sealed class ClientWordsTests
{
    [Theory]
    [InlineData("pg_dump: error: connection to server on socket \"/run/canary/.s.PGSQL.5432\" failed: FATAL:  the database system is in recovery mode", "its server is starting up, shutting down or recovering from a crash")]
    [InlineData("pg_dump: error: connection to server at \"canary.test\" (10.0.0.1), port 5432 failed: FATAL:  too many connections for database \"canary\"", "the database takes no more connections (its CONNECTION LIMIT)")]
    [InlineData("pg_restore: error: could not execute query: ERROR:  could not extend file \"base/1/2\": No space left on device", "its server has no space left on a disk")]
    [InlineData("pg_restore: while PROCESSING TOC:\npg_restore: from TOC entry 2; 3079 1 EXTENSION canary\npg_restore: error: could not execute query: ERROR:  extension \"canary\" is not available\nDETAIL:  canary", "its server lacks an extension")]
    [InlineData("pg_restore: error: could not execute query: ERROR:  collation \"canary\" for encoding \"UTF8\" does not exist", "its server lacks a collation")]
    [InlineData("pg_restore: error: could not execute query: ERROR:  function canary(text) does not exist", "something that a definition names isn't there, or not in the search path of a function")]
    [InlineData("pg_dump: error: query failed: ERROR:  permission denied for table canary\npg_dump: detail: Query was: LOCK TABLE canary IN ACCESS SHARE MODE", "the role lacks a privilege")]
    public void A_known_reason_is_said_in_our_words(string said, string words) => Assert.Equal(words, ClientWords.Read(new StringReader(said)));

    [Theory]
    [InlineData("")]
    [InlineData("pg_restore: error: COPY failed for table \"t\": ERROR:  the canary of somebody")]
    [InlineData("CONTEXT:  COPY t, line 1: \"No space left on device\"")]
    [InlineData("pg_dump: error: connection to server at \"canary.test\" failed: root certificate file \"/canary\" does not exist")]
    public void Whatever_else_stands_there_is_no_reason(string said) => Assert.Null(ClientWords.Read(new StringReader(said)));
}
