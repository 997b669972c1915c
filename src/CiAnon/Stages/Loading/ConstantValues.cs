using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Strategies.Fixed;
using Npgsql;

namespace CiAnon.Stages.Loading;

/// <summary>Asks PostgreSQL, by a table that is rolled back, whether what a mask always writes is a value of its column's type.</summary>
internal sealed class ConstantValues(NpgsqlConnection connection)
{
    private readonly Dictionary<(string Type, string Value), bool> _known = [];

    /// <summary>False for masks whose results differ from row to row.</summary>
    public bool IsValid(ColumnPlan column)
    {
        if (Unwrapped(column.Mask!) is not FixedMask mask) return false;
        var output = new MaskOutput();
        mask.Apply([], output);
        var key = (column.Column.Type.Name, System.Text.Encoding.UTF8.GetString(output.Written));
        if (_known.TryGetValue(key, out var known)) return known;
        return _known[key] = IsTaken(key.Name, key.Item2);
    }

    private static Mask Unwrapped(Mask mask)
    {
        while (mask is WrappingMask wrapping) mask = wrapping.Inner;
        return mask;
    }

    private bool IsTaken(string type, string value)
    {
        try
        {
            // Assigned to a column, as a row's value is: a cast would cut what is too long.
            using var transaction = connection.BeginTransaction();
            using var command = new NpgsqlCommand($"CREATE TEMP TABLE ci_anon_constant (value {type}); INSERT INTO ci_anon_constant VALUES ({Catalogs.Sql.Literal(value)})", connection);
            command.ExecuteNonQuery();
            return true;
        }
        catch (PostgresException)
        {
            // The loading says it with the table's name.
            return false;
        }
    }
}
