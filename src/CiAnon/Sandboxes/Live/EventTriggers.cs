using CiAnon.Catalogs;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>A database's event triggers, turned off for as long as we change what they watch: what they write nobody has looked at.</summary>
internal sealed class EventTriggers
{
    private readonly NpgsqlConnection _connection;
    private readonly List<(string Name, bool IsAlways)> _turnedOff = [];

    private EventTriggers(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Those that fire all the same, as they belong to another role.</summary>
    public IReadOnlyList<string> Firing { get; private init; } = [];

    /// <summary>In the transaction that changes things.</summary>
    public static EventTriggers TurnOff(NpgsqlConnection connection)
    {
        var found = LiveConnection.Query(connection,
            "SELECT evtname::text, evtenabled = 'A', pg_catalog.pg_has_role(evtowner, 'USAGE') FROM pg_catalog.pg_event_trigger WHERE evtenabled IN ('O', 'A') AND evtevent <> 'login' ORDER BY 1",
            row => (Name: row.GetString(0), IsAlways: row.GetBoolean(1), IsOurs: row.GetBoolean(2)));
        var triggers = new EventTriggers(connection) { Firing = [.. found.Where(trigger => !trigger.IsOurs).Select(trigger => trigger.Name)] };
        foreach (var (name, isAlways, _) in found.Where(trigger => trigger.IsOurs))
        {
            LiveConnection.Execute(connection, $"ALTER EVENT TRIGGER {Sql.Identifier(name)} DISABLE");
            triggers._turnedOff.Add((name, isAlways));
        }
        return triggers;
    }

    /// <summary>As they were.</summary>
    public void TurnOn()
    {
        foreach (var (name, isAlways) in _turnedOff) LiveConnection.Execute(_connection, $"ALTER EVENT TRIGGER {Sql.Identifier(name)} ENABLE{(isAlways ? " ALWAYS" : "")}");
    }
}
