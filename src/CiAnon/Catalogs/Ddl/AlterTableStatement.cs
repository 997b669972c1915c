namespace CiAnon.Catalogs.Ddl;

/// <summary>ALTER TABLE: keys, parents, partitions, identity and what else a dump writes after a table.</summary>
internal sealed class AlterTableStatement(Cursor cursor, TableBook tables, List<DdlForeignKey> foreignKeys, List<DdlSequence> sequences)
{
    // They change nothing that the catalog has.
    private static readonly string[] Irrelevant = ["cluster", "replica", "force", "no", "enable", "disable", "owner", "set", "reset", "validate", "options"];

    public void Read()
    {
        cursor.Take("if", "exists");
        cursor.Take("only");
        if (tables.TableOrOther(cursor.QualifiedName(), cursor) is not { } table)
        {
            SkipStatement();
            return;
        }
        do ReadAction(table);
        while (cursor.Take(","));
    }

    private void ReadAction(DdlTable table)
    {
        if (cursor.Take("attach", "partition")) Attach(table);
        else if (cursor.Take("inherit")) Inherit(table);
        else if (cursor.Take("add", "constraint")) AddConstraint(table);
        else if (cursor.Take("alter", "constraint")) SkipStatement();
        else if (cursor.Take("alter")) AlterColumn(table);
        else if (Irrelevant.Any(word => cursor.Is(word))) SkipStatement();
        else throw cursor.Fail("unknown change of a table");
    }

    private void Attach(DdlTable table)
    {
        var partition = tables.Get(cursor.QualifiedName(), cursor);
        if (partition.IsPartition || table.DescendsFrom(partition)) throw cursor.Fail("the table is a partition already");
        partition.IsPartition = true;
        partition.Parents.Add(table);
        SkipStatement();
    }

    private void Inherit(DdlTable table)
    {
        var parent = tables.Get(cursor.QualifiedName(), cursor);
        if (parent.DescendsFrom(table)) throw cursor.Fail("the table can't be its own ancestor");
        table.Parents.Add(parent);
    }

    private void AddConstraint(DdlTable table)
    {
        var name = cursor.Identifier();
        if (cursor.Take("primary", "key"))
        {
            var columns = Known(table, cursor.NamesInParentheses());
            table.UniqueKeys.Add(new UniqueKey(name, IsPrimary: true, IsPartial: false, HasExpressions: false, InTableOrder(table, columns)));
            foreach (var column in columns) table.Find(column)!.NotNull = true;
        }
        else if (cursor.Take("unique"))
        {
            var nullsClash = cursor.Take("nulls", "not", "distinct");
            var columns = Known(table, cursor.NamesInParentheses());
            table.UniqueKeys.Add(new UniqueKey(name, IsPrimary: false, IsPartial: false, HasExpressions: false, InTableOrder(table, columns), nullsClash));
        }
        else if (cursor.Take("foreign", "key"))
        {
            var columns = Known(table, cursor.NamesInParentheses());
            cursor.Expect("references");
            var referenced = tables.Get(cursor.QualifiedName(), cursor);
            foreignKeys.Add(new DdlForeignKey(name, table, columns, referenced, Known(referenced, cursor.NamesInParentheses())));
        }
        else if (cursor.Take("not", "null"))
        {
            var column = table.Find(Known(table, [cursor.Identifier()])[0])!;
            while (!cursor.AtStatementEnd && !cursor.Is("not", "valid")) cursor.Skip();
            // Rows that were there before may have NULL, as may those that the dump brings: it comes after them.
            column.NotNull |= cursor.AtStatementEnd;
        }
        else if (!cursor.Is("check") && !cursor.Is("exclude"))
        {
            throw cursor.Fail("unknown kind of constraint");
        }
        SkipStatement();
    }

    private void AlterColumn(DdlTable table)
    {
        cursor.Take("column");
        var name = cursor.Identifier();
        var column = table.Find(Known(table, [name])[0])!;
        if (cursor.Take("set", "not", "null"))
        {
            column.NotNull = true;
        }
        else if (cursor.Take("add", "generated"))
        {
            column.IsIdentity = column.NotNull = true;
            sequences.Add(new DdlSequence(IdentitySequence(), table, name));
        }
        SkipStatement();
    }

    private (string Schema, string Name) IdentitySequence()
    {
        while (!cursor.Is("(")) cursor.Next();
        cursor.Expect("(");
        (string, string)? found = null;
        while (!cursor.Take(")"))
        {
            if (cursor.Take("sequence", "name")) found = cursor.QualifiedName();
            else cursor.Skip();
        }
        return found ?? throw cursor.Fail("an identity column without its sequence");
    }

    private IReadOnlyList<string> Known(DdlTable table, IReadOnlyList<string> columns)
    {
        foreach (var column in columns)
            if (!table.Knows(column)) throw cursor.Fail($"table {table.Schema}.{table.Name} has no column {column}");
        return columns;
    }

    internal static IReadOnlyList<string> InTableOrder(DdlTable table, IEnumerable<string> columns)
    {
        var wanted = columns.ToHashSet();
        return [.. table.Columns.Select(column => column.Name).Where(wanted.Contains)];
    }

    private void SkipStatement()
    {
        while (!cursor.AtStatementEnd) cursor.Skip();
    }
}
