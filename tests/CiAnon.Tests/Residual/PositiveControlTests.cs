using CiAnon.Residual;
using CiAnon.Residual.Encodings;
using CiAnon.Residual.Forms;
using CiAnon.Strategies;
using CiAnon.Verification.Control;

namespace CiAnon.Tests.Residual;

/// <summary>The control finds everything, and fails when any decoder does nothing.</summary>
public class PositiveControlTests
{
    public static TheoryData<string> Decoders => [.. Enum.GetNames<Encoded>().Where(name => name != nameof(Encoded.None))];

    public static TheoryData<string> Forms => [.. Enum.GetNames<OriginalForm>().Where(name => name != nameof(OriginalForm.Itself))];

    [Fact]
    public void Every_sample_is_found_in_every_container()
    {
        using var originals = new Originals(Searched.Key);
        var samples = PlantedSamples.Plant(originals);
        originals.Freeze();

        var outcome = samples.Check(originals);

        Assert.True(outcome.Missing.Count == 0, string.Join("; ", outcome.Missing));
        Assert.True(outcome.Passed);
        Assert.Equal(outcome.Planted, outcome.Found);
        Assert.True(outcome.Planted > 250, $"{outcome.Planted} samples");
    }

    [Theory]
    [MemberData(nameof(Decoders))]
    public void A_broken_decoder_fails_the_control(string decoder)
    {
        using var originals = new Originals(Searched.Key);
        var samples = PlantedSamples.Plant(originals);
        originals.Freeze();

        var outcome = samples.Check(originals, Enum.Parse<Encoded>(decoder));

        Assert.False(outcome.Passed);
        Assert.NotEmpty(outcome.Missing);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_that_is_not_looked_for_fails_the_control(string form)
    {
        using var originals = new Originals(Searched.Key);
        var samples = PlantedSamples.Plant(originals);
        originals.Freeze();
        var without = Enum.Parse<OriginalForm>(form);

        var outcome = samples.Check(originals, without: without);

        Assert.False(outcome.Passed);
        Assert.NotEmpty(outcome.Missing);
        Assert.All(outcome.Missing, missing => Assert.Contains(FormNames.Of(without), missing, StringComparison.Ordinal));
    }

    [Fact]
    public void Large_objects_that_run_together_fail_the_control()
    {
        using var originals = new Originals(Searched.Key);
        var samples = PlantedSamples.Plant(originals);
        originals.Freeze();

        var outcome = samples.Check(originals, search: static (found, objects) =>
        {
            foreach (var one in objects) found.Append(((MemoryStream)one.Content).ToArray());
            found.End();
        });

        Assert.False(outcome.Passed);
        Assert.Contains("e-mail address in a large object between two others", outcome.Missing);
        Assert.All(outcome.Missing, missing => Assert.EndsWith(" in a large object between two others", missing, StringComparison.Ordinal));
    }

    [Fact]
    public void Samples_are_no_originals_of_the_dump()
    {
        using var originals = new Originals(Searched.Key);
        PlantedSamples.Plant(originals);
        Assert.All(PersonalKinds.All, kind => Assert.Equal(0, originals.Distinct(kind.Kind)));
    }

    [Fact]
    public void Samples_are_found_when_only_a_share_of_the_originals_is_kept()
    {
        using var originals = new Originals(Searched.Key, limit: 1000);
        var samples = PlantedSamples.Plant(originals);
        var sink = originals.Collect([PersonalKind.Email]);
        for (var i = 0; i < 20_000; i++) sink.Field(0, System.Text.Encoding.ASCII.GetBytes($"somebody{i}@mail.example"));
        originals.Freeze();

        Assert.True(originals.Share < 0.1);
        Assert.True(samples.Check(originals).Passed);
    }

    [Fact]
    public void Without_planting_the_control_fails()
    {
        using var planted = new Originals(Searched.Key);
        var samples = PlantedSamples.Plant(planted);
        using var others = Searched.For((PersonalKind.Email, "john@mail.example"));
        Assert.Equal(0, samples.Check(others).Found);
    }
}
