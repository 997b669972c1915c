using System.Collections.Frozen;

namespace CiAnon.Discovery;

/// <summary>Tables in which frameworks keep what they did to the schema, or names of what their code has: without them, an application doesn't start.</summary>
internal static class MigrationTables
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "schema_migrations", "ar_internal_metadata", "django_migrations", "alembic_version", "__efmigrationshistory", "flyway_schema_history", "schema_version", "databasechangelog",
        "databasechangeloglock", "knex_migrations", "knex_migrations_lock", "goose_db_version", "doctrine_migration_versions", "_prisma_migrations", "typeorm_metadata", "sequelizemeta", "pgmigrations",
        // Names of models, which are those of tables.
        "django_content_type", "auth_permission",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Who = new[] { "installed_by", "author", "lockedby" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a column belongs to one, and says nothing of whoever ran it.</summary>
    public static bool Has(string table, string column) => Names.Contains(table) && !Who.Contains(column);
}
