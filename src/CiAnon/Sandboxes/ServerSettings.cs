namespace CiAnon.Sandboxes;

/// <summary>The sandbox's postgresql.conf: fast and forgetful, reachable through its private socket only, silent about rows.</summary>
internal static class ServerSettings
{
    /// <summary>Takes effect once the server is up: until then its words explain a failed start, from then on they could quote rows.</summary>
    public const string Silence = "log_min_messages = panic\nlog_min_error_statement = panic\n";

    private const long Megabyte = 1L << 20;

    /// <summary>The file's text; sizes follow the machine's memory and the number of connections.</summary>
    /// <param name="options">Connections and locks.</param>
    /// <param name="directory">Where the socket goes.</param>
    /// <param name="major">PostgreSQL's: 18 would start worker processes for reads that never leave memory.</param>
    /// <param name="inMemory">Whether the write-ahead log takes memory too.</param>
    public static string For(SandboxOptions options, SandboxDirectory directory, int major, bool inMemory)
    {
        var memory = Machine.Memory / Megabyte;
        var connections = options.Connections + 10;
        // COPY goes through a small ring of buffers, and every commit under wal_level=minimal walks all of them: more would slow it down.
        var sharedBuffers = Math.Clamp(memory / 8, 16, 256);
        var maintenanceMemory = Math.Clamp(memory / 8 / Math.Max(1, options.Connections), 16, 1024);
        var workMemory = Math.Clamp(memory / 32 / Math.Max(1, options.Connections), 4, 128);
        var wal = inMemory ? 512 : 4096;
        // The lock table has max_locks_per_transaction * max_connections slots, and one transaction may use them all.
        var locks = Math.Max(64, (options.LocksNeeded * 2 / connections) + 1);
        return $"""
            listen_addresses = ''
            unix_socket_directories = '{Quoted(directory.Socket)}'
            unix_socket_permissions = 0700
            max_connections = {connections}
            superuser_reserved_connections = 0
            max_locks_per_transaction = {locks}

            fsync = off
            synchronous_commit = off
            full_page_writes = off
            wal_level = minimal
            max_wal_senders = 0
            max_logical_replication_workers = 0
            wal_init_zero = off
            max_wal_size = {wal}MB
            checkpoint_timeout = 1d
            autovacuum = off
            restart_after_crash = off

            shared_buffers = {sharedBuffers}MB
            maintenance_work_mem = {maintenanceMemory}MB
            work_mem = {workMemory}MB
            dynamic_shared_memory_type = mmap
            max_parallel_workers_per_gather = 0
            max_parallel_maintenance_workers = 0
            jit = off
            synchronize_seqscans = off
            {(major >= 18 ? "io_method = sync" : "")}

            allow_system_table_mods = on
            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'ISO, MDY'
            default_text_search_config = 'pg_catalog.english'
            intervalstyle = 'postgres'
            bytea_output = 'hex'
            xmloption = 'content'
            extra_float_digits = 1
            lc_messages = 'C'
            lc_monetary = 'C'
            lc_numeric = 'C'
            lc_time = 'C'

            logging_collector = off
            log_destination = 'stderr'
            log_min_messages = fatal
            log_min_error_statement = panic
            log_error_verbosity = terse

            """;
    }

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}
