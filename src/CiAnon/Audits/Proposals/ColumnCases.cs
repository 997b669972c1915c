using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Audits.Proposals;

/// <summary>What is known of the columns of one dump.</summary>
public sealed class ColumnCases
{
    private static readonly string[] ConstraintHolders = ["TABLE", "CHECK CONSTRAINT", "DOMAIN"];

    private readonly DumpSurvey _survey;
    private readonly ILookup<string, string> _checks;
    private readonly Dictionary<(uint, string), ColumnCase> _known = [];

    public ColumnCases(Dump dump, DumpSurvey survey)
    {
        _survey = survey;
        // Who has CHECK in the definition, as lines: which columns they speak of is read from the names in them.
        _checks = dump.Toc.Where(entry => ConstraintHolders.Contains(entry.Desc) && entry.Defn is not null)
            .SelectMany(entry => entry.Defn!.Split('\n').Where(line => line.Contains("CHECK (", StringComparison.Ordinal))
                .Select(line => (Table: entry.Desc == "DOMAIN" ? "" : $"{entry.Namespace}.{entry.Tag.Split(' ')[0]}", line)))
            .ToLookup(check => check.Table, check => check.line);
    }

    private CoherentColumns? _coherent;
    private string _locale = Locales.Default;

    /// <summary>The columns are decided for this policy: what it does already, proposals do alike.</summary>
    internal void Follow(Policy policy, Catalog catalog, PlanningFacts facts)
    {
        _locale = policy.Locale;
        _coherent = new CoherentColumns(catalog, facts, Alone, Precedents.Of(policy, catalog));
    }

    internal ColumnCase Of(Table table, Column column) => Alone(table, column) with { Coherent = _coherent?.Of(table, column), Email = _coherent?.Email ?? ColumnCase.AnyEmail, Locale = _locale };

    internal ColumnCase Alone(Table table, Column column)
    {
        if (!_known.TryGetValue((table.Oid, column.Name), out var known)) _known.Add((table.Oid, column.Name), known = Make(table, column));
        return known;
    }

    private ColumnCase Make(Table table, Column column) => new(table, column, _survey.Verdict(table, column), _survey.Find(table, column.Name),
        _checks[table.FullName].Any(line => line.Contains(column.Name, StringComparison.Ordinal)),
        ColumnNames.IsAboutPeople(table.Name));
}
