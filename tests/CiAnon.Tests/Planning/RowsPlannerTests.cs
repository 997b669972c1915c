using CiAnon.Policies;

namespace CiAnon.Tests.Planning;

public class RowsPlannerTests
{
    private readonly Schema _schema = new();

    public RowsPlannerTests()
    {
        var customers = _schema.Table("customers", [Schema.Primary("id")], "id integer not null", "email text");
        var orders = _schema.Table("orders", [Schema.Primary("id")], "id integer not null", "customer_id integer", "buyer text");
        var items = _schema.Table("items", "order_id integer", "kind integer", "target integer");
        _schema.Table("settings", "id integer");
        _schema.ForeignKey(orders, "customer_id", customers, "id");
        _schema.ForeignKey(items, "order_id", orders, "id");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("tables: { customers: { rows: { limit: 3 } } }", "customers items orders")]
    [InlineData("tables: { orders: { rows: { where: id > 3 } } }", "items orders")]
    [InlineData("tables: { customers: { rows: none } }", "items orders")]
    [InlineData("exclude: [cust*]", "items orders")]
    [InlineData("exclude: ['*']\ntables: { orders: { rows: all } }", "orders")]
    [InlineData("subset: { from: orders }", "customers items orders settings")]
    [InlineData("subset: { from: orders }\ntables: { settings: { rows: all } }", "customers items orders")]
    [InlineData("tables: { settings: { rows: none } }\nreferences: [{ table: items, columns: kind, to: settings, key: id }]", "items")]
    public void Tables_that_may_lose_rows_are_known_before_any_is_read(string rows, string tables)
    {
        var plan = _schema.Plan(Policy(rows));
        Assert.Equal(tables, string.Join(' ', plan.Tables.Where(table => table.MayLoseRows).Select(table => table.Table.Name).Order()));
        Assert.Equal(tables.Length > 0, plan.Rows.IsSelective);
    }

    [Fact]
    public void Exclude_is_rows_none_for_tables_without_a_word_of_their_own()
    {
        var plan = _schema.Plan(Policy("exclude: [public.*s]\ntables: { orders: { rows: all } }"));
        Assert.Equal("customers: None, items: None, orders: All, settings: None", string.Join(", ", plan.Tables.OrderBy(table => table.Table.Name).Select(table => $"{table.Table.Name}: {table.Rows}")));
    }

    [Fact]
    public void A_mask_flows_along_a_declared_reference()
    {
        var plan = _schema.Plan(Policy("references: [{ table: orders, columns: buyer, to: customers, key: email }]", buyer: ""));
        Assert.Equal("email", plan.Tables.Single(table => table.Table.Name == "orders").Find("buyer")!.Strategy?.Name);
    }

    [Theory]
    [InlineData("subset: { from: customer }", "CIANON1201")]
    [InlineData("exclude: [x*]", "CIANON1204")]
    [InlineData("tables: { orders: { rows: { sample: 10%, by: customer } } }", "CIANON1202")]
    [InlineData("references: [{ table: items, columns: kind, to: orders, key: nr }]", "CIANON1202")]
    [InlineData("references: [{ table: items, columns: [kind, target], to: orders }]", "CIANON1223")]
    [InlineData("references: [{ table: items, columns: kind, to: settings }]", "CIANON1223")]
    [InlineData("references: [{ table: items, columns: target, to: customers, key: email, when: { kind: 1 } }]", "CIANON1209")]
    public void What_rows_are_told_by_must_be_there(string rows, string code) =>
        Assert.Equal(code, Assert.Single(_schema.Problems(Policy(rows)), problem => !problem.EndsWith("CIANON1214", StringComparison.Ordinal))[^10..]);

    [Fact]
    public void The_nearest_entry_that_says_something_of_rows_holds()
    {
        var log = _schema.Partitioned("log", "at", "at date");
        _schema.Partition("log_1", log, "at date");
        _schema.Partition("log_2", log, "at date");
        var plan = _schema.Plan(Policy("tables: { log: { rows: { limit: 5 } }, log_2: { rows: none } }"));
        Assert.Equal("log 5, log_1 5, log_2 None", string.Join(", ", plan.Tables.Where(table => table.Table.Name.StartsWith("log", StringComparison.Ordinal))
            .Select(table => $"{table.Table.Name} {(table.Rows == RowsMode.None ? "None" : table.Filter!.Limit)}")));
    }

    private static string Policy(string rows, string buyer = ", buyer: keep") => $"columns: {{ email: email{buyer} }}\nunlisted: keep\n{rows}\n";
}
