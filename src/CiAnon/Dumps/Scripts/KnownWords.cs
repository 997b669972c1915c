using System.Collections.Frozen;

namespace CiAnon.Dumps.Scripts;

/// <summary>
/// The only words of a script that a message may repeat. In a damaged script rows can stand where statements belong, and any other word may be a
/// person's. Counterparts: PostgreSQL's chapter of SQL commands; exec_command in psql's command.c.
/// </summary>
internal static class KnownWords
{
    private static readonly FrozenSet<string> Verbs = Set("""
        ABORT ALTER ANALYZE BEGIN CALL CHECKPOINT CLOSE CLUSTER COMMENT COMMIT COPY CREATE DEALLOCATE DECLARE DELETE DISCARD DO DROP END EXECUTE EXPLAIN FETCH
        GRANT IMPORT INSERT LISTEN LOAD LOCK MERGE MOVE NOTIFY PREPARE REASSIGN REFRESH REINDEX RELEASE RESET REVOKE ROLLBACK SAVEPOINT SECURITY SELECT SET SHOW
        START TABLE TRUNCATE UNLISTEN UPDATE VACUUM VALUES WITH
        """);

    private static readonly FrozenSet<string> Commands = Set(@"
        \! \? \a \bind \bind_named \C \c \cd \close \close_prepared \connect \conninfo \copy \copyright \crosstabview \d \dt \du \e \echo \ef \elif \else
        \encoding \endif \endpipeline \errverbose \ev \f \flush \flushrequest \g \gdesc \getenv \getresults \gexec \gset \gx \H \h \help \html \i \if \include
        \include_relative \ir \l \list \lo_export \lo_import \lo_list \lo_unlink \o \out \p \parse \password \print \prompt \pset \q \qecho \quit \r \reset
        \restrict \s \sendpipeline \set \setenv \sf \startpipeline \sv \syncpipeline \t \T \timing \unrestrict \unset \w \warn \watch \write \x \z");

    /// <summary>The statement's verb in capitals; null for a word that is none.</summary>
    public static string? Verb(string word) => Verbs.GetValueOrNull(word.ToUpperInvariant());

    /// <summary>psql's command, backslash included; null for what psql doesn't know.</summary>
    public static string? Command(string word) => Commands.GetValueOrNull(word);

    private static string? GetValueOrNull(this FrozenSet<string> words, string word) => words.TryGetValue(word, out var known) ? known : null;

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
