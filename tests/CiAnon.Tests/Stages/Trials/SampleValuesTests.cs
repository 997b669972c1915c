using CiAnon.Stages.Trials;
using CiAnon.Tests.Strategies;

namespace CiAnon.Tests.Stages.Trials;

public class SampleValuesTests
{
    [Fact]
    public void Invented_numbers_are_written_as_PostgreSQL_shows_those_of_the_type()
    {
        Assert.All(SampleValues.Of(new SampledColumn(StrategyRun.NumericOf(4, 2), null, null), SampleLiterals.None, asciiOnly: true), number => Assert.Matches(@"^-?\d{1,3}\.\d{2}$", number));
        Assert.All(SampleValues.Of(new SampledColumn(StrategyRun.NumericOf(6, 0), null, null), SampleLiterals.None, asciiOnly: true), number => Assert.Matches(@"^-?\d+$", number));
    }
}
