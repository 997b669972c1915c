using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies.Options;

namespace CiAnon.Audits.Proposals;

/// <summary>What a policy does already and every rule that is proposed for it must do alike, so that the same value has the same pseudonym wherever it stands.</summary>
/// <param name="Email">What an e-mail address becomes; null where no rule says.</param>
/// <param name="DrawsPeople">Names of one person may be drawn together: no rule masks any by themselves, or some are drawn so already.</param>
/// <param name="DrawsAddresses">The same of the parts of an address.</param>
internal sealed record Precedents(MaskChoice? Email, bool DrawsPeople, bool DrawsAddresses)
{
    private const string By = "by";

    private static readonly HashSet<string> Names = ["first_name", "last_name", "name", "username"];
    private static readonly HashSet<string> Places = ["address", "city"];

    public static Precedents Of(Policy policy, Catalog catalog)
    {
        var presets = policy.Presets.SelectMany(preset => preset.Tables).Where(table => TableNames.Find(table.Name, catalog) is not null);
        var rules = policy.Columns.Concat(policy.Tables.Concat(presets).SelectMany(table => table.Columns)).ToList();
        return new Precedents(
            EmailOf(rules),
            rules.Exists(rule => rule.Strategy.Name == "person" && rule.Options.Given.ContainsKey(By)) || !rules.Exists(rule => Names.Contains(rule.Strategy.Name)),
            rules.Exists(rule => rule.Strategy.Name == "address" && rule.Options.Given.ContainsKey(By)) || !rules.Exists(rule => Places.Contains(rule.Strategy.Name)));
    }

    /// <summary>Whether the policy says nothing of any column itself: then nothing was masked by it yet.</summary>
    public static bool IsBlank(Policy policy) => policy.Columns.Count == 0 && policy.Tables.All(table => table.Columns.Count == 0);

    // What most do. An address that another column's value decides on (by: id) has another pseudonym wherever it stands elsewhere.
    private static MaskChoice? EmailOf(List<ColumnRule> rules) => rules
        .Where(rule => rule.Spread is null && (rule.Strategy.Name == "email" || rule.Strategy.Name == "person" && rule.Options.Given["part"] == "email" && (rule.Options.Given.GetValueOrDefault(By) ?? rule.Column) == rule.Column))
        .Select(rule => new MaskChoice(rule.Strategy.Name, rule.Options.Given.Where(option => option.Key != By).ToDictionary()))
        .GroupBy(choice => $"{choice.Strategy}, {new OptionValues(choice.Options)}").OrderByDescending(group => group.Count()).FirstOrDefault()?.First();
}
