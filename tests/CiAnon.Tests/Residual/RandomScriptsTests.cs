using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Tests.Stages.Prose;
using CiAnon.Verification.Control;

namespace CiAnon.Tests.Residual;

/// <summary>Originals in every script are found in every container, also in the other spelling.</summary>
public class RandomScriptsTests
{
    [Fact]
    public void Names_and_addresses_of_every_script_are_found_in_every_container()
    {
        var random = Copy.RandomTexts.Seeded(out var seed);
        var missing = new List<string>();
        for (var round = 0; round < 25; round++)
        {
            var (first, last, whole) = RandomNames.Of(random);
            var (street, town, _) = RandomNames.Of(random);
            PlantedSample[] samples =
            [
                new(PersonalKind.Name, whole, whole.Contains(' ', StringComparison.Ordinal) ? $"{last}, {first}" : $"{first} {last}"),
                new(PersonalKind.Address, $"{street} 17, 54321 {town}", $"{street.ToUpperInvariant()} 17\n54321 {town}"),
            ];
            foreach (var sample in samples)
            {
                using var originals = Searched.For((sample.Kind, sample.Text));
                foreach (var container in PlantedContainer.All)
                {
                    var value = container.Wrap(sample);
                    if (value.Length > 0 && originals.In(value, container.Type, container.BaseName).IsEmpty) missing.Add($"{container.Name}: {sample.Text} in {value}");
                }
            }
        }
        Assert.True(missing.Count == 0, $"seed {seed}: {string.Join("\n", missing)}");
    }
}
