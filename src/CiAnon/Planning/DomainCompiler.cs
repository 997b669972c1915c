using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Keys;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.Shapes;

namespace CiAnon.Planning;

/// <summary>
/// Compiles masks domain by domain: columns with the same strategy and options share length and width,
/// so that a value gets the same pseudonym in all of them. Where room is a column's own, they share it as far as it fits.
/// </summary>
internal sealed class DomainCompiler(PlanningFacts facts, Catalog catalog, string policyLocale, string policyFolder, List<Diagnostic> problems)
{
    private const int ValuesPerPseudonym = 20;
    private const int MostOfKind = 4000;

    private readonly Dictionary<(string, string, string, Spread?), DomainNeeds> _needs = [];
    private readonly Dictionary<(string, string, string, Spread?), DomainNeeds> _shared = [];

    public void Compile(IReadOnlyList<ColumnDraft> masked)
    {
        var domains = masked.Where(draft => draft.InheritsFrom is null).GroupBy(draft => (draft.Strategy!.Name, draft.Options.ToString(), LocaleOf(draft), draft.Spread)).ToList();
        // Of all before the first is compiled: one that works inside of values needs those of the others.
        foreach (var domain in domains)
        {
            var all = domain.Concat(masked.Where(draft => draft.InheritsFrom is { } source && domain.Contains(source))).ToList();
            var distinct = all.Where(draft => draft.UniqueKey is not null)
                .Select(draft => facts.RowBound(catalog.Root(draft.Table))).DefaultIfEmpty(0).Max();
            _needs.Add(domain.Key, new DomainNeeds(all, Shortest(all), distinct, SequenceValues(all)));
        }
        // Which column says whose a value is doesn't change what the value becomes: length and width are those of all such domains.
        foreach (var alike in domains.GroupBy(domain => Shared(domain.Key.Name, domain.First().Options, domain.Key.Item3, domain.Key.Spread)))
        {
            var needs = alike.Select(domain => _needs[domain.Key]).ToList();
            List<ColumnDraft> all = [.. needs.SelectMany(one => one.Columns)];
            _shared.Add(alike.Key, new DomainNeeds(all, Shortest(all), needs.Max(one => one.Distinct), [.. needs.SelectMany(one => one.Sequences).Distinct().Order()]));
        }
        foreach (var domain in domains)
        {
            var members = domain.ToList();
            var all = _needs[domain.Key].Columns;
            var (_, shortest, distinct, sequences) = _shared[Shared(domain.Key.Name, members[0].Options, domain.Key.Item3, domain.Key.Spread)];
            foreach (var sameType in members.GroupBy(draft => WithoutLength(draft.Column.Type)))
            {
                if (members[0].Strategy!.DrawsFromAllowed)
                    foreach (var sameLabels in sameType.GroupBy(draft => ListOption.Text(draft.Column.AllowedValues ?? [])))
                        Compile([.. sameLabels], shortest, distinct, sequences);
                else if (!members[0].Strategy!.HasRoomPerColumn) Compile([.. sameType], shortest, distinct, sequences);
                else
                    foreach (var sameRoom in sameType.GroupBy(draft => Narrowest(draft, all)?.Column.Type.MaxLength))
                        Compile([.. sameRoom], Narrowest(sameRoom.First(), all), distinct, sequences);
            }
        }
        foreach (var draft in masked)
            if (draft.Mask is null && draft.InheritsFrom?.Mask is { } mask) Inherit(mask, draft);
        foreach (var draft in masked.Where(draft => draft.Strategy == TemplateStrategy.Definition)) CheckTemplate(draft, masked);
    }

    private static (string, string, string, Spread?) Shared(string strategy, OptionValues options, string locale, Spread? spread) =>
        (strategy, new OptionValues(options.Given.Where(option => option.Key != "by").ToDictionary()).ToString(), locale, spread);

    // Its row hasn't the columns of the row that it refers to.
    private void Inherit(Mask mask, ColumnDraft draft)
    {
        var source = draft.InheritsFrom!;
        if (source.Spread is null && source.Condition is null && mask.Columns.FirstOrDefault(column => !Follows(draft, source, column)) is { } missing)
            problems.Add(new Diagnostic(DiagnosticCodes.KeyConflict,
                $"{source.FullName} is masked by its row's {missing}, which a row of {draft.Table.FullName} that references it by {draft.Column.Name} doesn't have: the keys would no longer match; take a strategy that goes by the value alone",
                source.Position));
        else draft.Mask = ForType(mask, draft);
    }

    // The value says itself whose it is, or the key brings along what does, under the same name.
    private bool Follows(ColumnDraft draft, ColumnDraft source, string column) =>
        (draft.Column.Name == column && source.Column.Name == column)
        || catalog.ForeignKeys.Any(key => key.Table.Oid == draft.Table.Oid && key.Referenced.Oid == source.Table.Oid
            && key.Columns.Zip(key.ReferencedColumns).Contains((draft.Column.Name, source.Column.Name))
            && key.Columns.Zip(key.ReferencedColumns).Contains((column, column)));

    private static ColumnDraft? Shortest(IEnumerable<ColumnDraft> drafts) =>
        drafts.Where(draft => draft.Column.Type.MaxLength is not null).MinBy(draft => draft.Column.Type.MaxLength);

    // A column and those that reference it share their values, whatever the strategy.
    private static ColumnDraft? Narrowest(ColumnDraft draft, IReadOnlyList<ColumnDraft> domain) =>
        Shortest(domain.Where(other => other == draft || other.InheritsFrom == draft));

    private void Compile(List<ColumnDraft> members, ColumnDraft? shortest, long distinct, IReadOnlyList<ulong> sequences)
    {
        var first = members.Find(draft => draft == shortest) ?? members.Find(draft => draft.UniqueKey is not null) ?? members[0];
        var strategy = first.Strategy!;
        var misfits = members.Where(draft => (strategy.Types & draft.Column.Type.Kind) == TypeKind.None).ToList();
        if (misfits.Count > 0)
        {
            foreach (var misfit in misfits.Where(draft => !draft.Table.IsPartition))
            {
                problems.Add(new Diagnostic(DiagnosticCodes.TypeDoesNotFit,
                    $"strategy '{strategy.Name}' doesn't fit {misfit.FullName}, which is {misfit.Column.Type.Name}: it takes {strategy.TypesInWords}",
                    misfit.Position));
            }
            return;
        }

        var type = first.Column.Type with { MaxLength = shortest?.Column.Type.MaxLength };
        var compilation = first.Spread is { } spread
            ? Compile(spread, part => Compile(strategy, first.Options, LocaleOf(first), type, distinct, sequences, first.Column.AllowedValues, part), $"{strategy.Name}/{Seed(strategy, first.Options)}")
            : Compile(strategy, first.Options, LocaleOf(first), type, distinct, sequences, first.Column.AllowedValues);
        if (compilation.Problem is { } problem)
        {
            var because = shortest is not null && shortest.FullName != first.FullName ? $" (shares its pseudonyms with {shortest.FullName})" : "";
            problems.Add(new Diagnostic(DiagnosticCodes.StrategyDoesNotFit,
                $"strategy '{strategy.Name}' on {first.FullName}, which is {first.Column.Type.Name}, {problem}{because}", first.Position));
            return;
        }
        if (compilation.Cut is { } cut) Warn(first, members, cut);
        if (compilation.Pool is { } pool) CheckPool(first, members, pool);
        foreach (var member in members)
        {
            CheckColumns(compilation.Mask!, member);
            member.Mask = ForType(compilation.Mask!.In(member.Column.Type, member.UniqueKey is not null, member.Kind), member);
            if (compilation.Publishes is { } part) member.Reason += $", {part}";
            if (member.ReplacesNull) member.Reason += ", NULL gets a pseudonym";
        }
        if (!compilation.Mask!.WritesNull) return;
        foreach (var member in members.Where(draft => draft.Column.NotNull))
            problems.Add(new Diagnostic(DiagnosticCodes.NotNullColumn,
                $"{member.FullName} is NOT NULL and can't become NULL: use {NeverNull(member.Column.Type.Kind)}", member.Position));
    }

    private string LocaleOf(ColumnDraft draft) => Locales.Find(draft.Locale ?? policyLocale) ?? policyLocale;

    private Compilation Compile(StrategyDefinition strategy, OptionValues options, string locale, ColumnType type, long distinct, IReadOnlyList<ulong> sequences, IReadOnlyList<string>? allowed, string part = "")
    {
        return strategy.Compile(new StrategyContext(type, options, facts.Key.Derive($"{part}{strategy.Name}/{Seed(strategy, options)}"), locale, distinct, facts.AsciiOnly, sequences)
        {
            Allowed = allowed,
            Plugins = facts.Plugins is { } load ? path => load(Path.GetFullPath(path, policyFolder)) : null,
            Prose = facts.Prose,
            MayBePerson = TownNames.MayBePerson,
            Common = CommonestOptions,
            KindOfPart = Classification.PersonalSign,
            Inside = (name, given, inner, own) => CompileInside(StrategyRegistry.Find(name)!, given, own is null ? locale : Locales.Find(own) ?? policyLocale, inner),
        });
    }

    private static string? Seed(StrategyDefinition strategy, OptionValues options) => strategy.Options.FirstOrDefault(option => option.Name == "seed") is { } option ? options[option] : null;

    private Compilation Compile(Spread spread, Func<string, Compilation> compile, string domain)
    {
        var parts = Enumerable.Range(0, spread.Pseudonyms).Select(part => compile($"spread {part} of ")).ToList();
        if (parts[0].Mask is not { } first) return parts[0];
        if (first.SeesRow || first.Inside.Count > 0) return Compilation.DoesNotFit("has results that depend on more than the value, which 'spread' can't divide: remove it");
        return parts[0] with { Mask = new SpreadMask([.. parts.Select(part => part.Mask!)], new SipHash(facts.Key.Derive($"spread of {domain}").Hash), spread.By) };
    }

    private Compilation CompileInside(StrategyDefinition strategy, OptionValues options, string locale, ColumnType type)
    {
        var compilation = CompilePart(strategy, options, locale, type);
        // Strategies around it know what their parts are called.
        var mask = compilation.Mask?.In(type, isUnique: false, kind: null);
        return compilation with { Mask = mask is not null && type.BaseName == "bpchar" ? new UnpaddedMask(mask) : mask };
    }

    // A part of a value gets the pseudonym that it has in a column of its own: as wide as columns with the same rule need it.
    private Compilation CompilePart(StrategyDefinition strategy, OptionValues options, string locale, ColumnType type)
    {
        if (!_shared.TryGetValue(Shared(strategy.Name, options, locale, null), out var needs)) return Compile(strategy, options, locale, type, 0, [], null);
        var shared = type.Kind == TypeKind.Text && !strategy.HasRoomPerColumn ? needs.Shortest?.Column.Type.MaxLength : null;
        // A part with less room than all columns can't have what they have.
        var room = shared is null || type.MaxLength < shared ? type.MaxLength : shared;
        var compilation = Compile(strategy, options, locale, type with { MaxLength = room }, needs.Distinct, needs.Sequences, null);
        // What has no room in a column is that column's mistake: the value around this part has room enough.
        return compilation.Mask is null && room != type.MaxLength ? Compile(strategy, options, locale, type, needs.Distinct, needs.Sequences, null) : compilation;
    }

    // Of the first that as many columns have as any other.
    private OptionValues? CommonestOptions(string strategy) =>
        _needs.Where(domain => domain.Key.Item1 == strategy).OrderByDescending(domain => domain.Value.Columns.Count).FirstOrDefault() is { Value: { } needs } ? needs.Columns[0].Options : null;

    private void CheckColumns(Mask mask, ColumnDraft draft)
    {
        foreach (var column in mask.Columns)
        {
            if (draft.Table.Find(column) is not { } other)
                problems.Add(TableNames.UnknownColumn(draft.Table, column, draft.Position!.Value));
            else if (other.IsGenerated)
                problems.Add(new Diagnostic(DiagnosticCodes.StrategyDoesNotFit,
                    $"strategy '{draft.Strategy!.Name}' on {draft.FullName} looks at {column}, which is generated: the dump has no values of it", draft.Position));
        }
    }

    // A template is written row by row, when the results of many rows at once aren't at hand.
    private void CheckTemplate(ColumnDraft draft, IReadOnlyList<ColumnDraft> masked)
    {
        foreach (var column in draft.Mask?.Columns ?? [])
            if (masked.FirstOrDefault(other => other.Table == draft.Table && other.Column.Name == column) is { Mask.Batch: not null } other)
                problems.Add(new Diagnostic(DiagnosticCodes.StrategyDoesNotFit, $"strategy 'template' on {draft.FullName} can't take up what strategy '{other.Strategy!.Name}' makes of {column}", draft.Position));
    }

    private void Warn(ColumnDraft first, List<ColumnDraft> members, string cut)
    {
        var roomier = members.Where(draft => !draft.Table.IsPartition && !(draft.Column.Type.MaxLength <= first.Column.Type.MaxLength)).ToList();
        var others = roomier.Count switch
        {
            0 => "",
            1 => $"; {roomier[0].FullName}, which has more room, gets the same pseudonyms unless one of the two has a seed of its own",
            _ => $"; {roomier.Count} columns with more room, {roomier[0].FullName} among them, get the same pseudonyms unless this one has a seed of its own",
        };
        problems.Add(new Diagnostic(DiagnosticCodes.RoomCutsPseudonyms,
            $"strategy '{first.Strategy!.Name}' on {first.FullName}, which is {first.Column.Type.Name}, {cut}{others}", first.Position));
    }

    // Nobody has counted the values; hardly any column of names or cities has more than this.
    private void CheckPool(ColumnDraft first, List<ColumnDraft> members, int pool)
    {
        var values = Math.Min(MostOfKind, members.Max(draft => facts.RowBound(catalog.Root(draft.Table))));
        if (pool * ValuesPerPseudonym >= values) return;
        problems.Add(new Diagnostic(DiagnosticCodes.ThinPool,
            $"strategy '{first.Strategy!.Name}' on {first.FullName} draws from {pool} values of locale '{LocaleOf(first)}' for up to {values} (estimated)", first.Position));
    }

    private Mask ForType(Mask mask, ColumnDraft draft)
    {
        var fitted = draft.Column.Type.BaseName == "bpchar" && mask is not UnpaddedMask ? new UnpaddedMask(mask) : mask;
        if (draft.ReplacesNull) fitted = WithoutNull(fitted, draft);
        return draft.Condition is { } condition ? new Conditions(facts.AsciiOnly, problems).Apply(condition, fitted, draft) : fitted;
    }

    private NullReplacingMask WithoutNull(Mask mask, ColumnDraft draft)
    {
        if (NullReplacement.Problem(mask, draft.UniqueKey is not null) is { } problem)
            problems.Add(new Diagnostic(DiagnosticCodes.StrategyDoesNotFit, $"strategy '{draft.Strategy!.Name}' on {draft.FullName} {problem}: remove 'null: replace'", draft.Position));
        return new NullReplacingMask(mask);
    }

    private List<ulong> SequenceValues(List<ColumnDraft> domain)
    {
        var columns = domain.Select(draft => (draft.Table.Oid, draft.Column.Name)).ToHashSet();
        return [.. catalog.SequencesOf(columns)
            .Select(facts.SequenceValue).OfType<ulong>().Distinct().Order()];
    }

    // varchar(20) and text hold the same values.
    private static ColumnType WithoutLength(ColumnType type) =>
        type with { Name = "", MaxLength = null, BaseName = type.Kind == TypeKind.Text ? "text" : type.BaseName };

    private static string NeverNull(TypeKind kind) => kind switch
    {
        TypeKind.Text => "constant, redact or empty",
        TypeKind.Json or TypeKind.Binary or TypeKind.Array => "constant or empty",
        _ => "constant",
    };
}
