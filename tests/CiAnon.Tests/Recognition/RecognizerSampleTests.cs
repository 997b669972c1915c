using System.Text;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;

namespace CiAnon.Tests.Recognition;

public class RecognizerSampleTests
{
    public static TheoryData<string> Names => [.. Recognizers.All.Select(recognizer => recognizer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_recognizer_sees_its_sample_and_not_the_one_beside_it(string name)
    {
        var recognizer = Recognizers.All.Single(one => one.Name == name);
        var sample = Assert.Single(PatternSample.All, one => one.Recognizer == name);
        Assert.Equal(1, recognizer.Count(Encoding.UTF8.GetBytes(sample.Text)));
        Assert.Equal(0, recognizer.Count(Encoding.UTF8.GetBytes(sample.Near)));
    }

    [Fact]
    public void The_control_finds_every_sample_in_every_container()
    {
        var control = PatternControl.Run(Recognizers.All);
        Assert.Empty(control.Missed);
        Assert.True(control.Planted > Recognizers.All.Count * 5);
    }

    [Fact]
    public void The_control_fails_when_a_recognizer_is_blind()
    {
        var blind = Recognizers.All.Select(one => one.Name == "iban" ? new Blind { Name = "iban", Kind = one.Kind, Strength = 1, Summary = "" } : one).ToList();
        Assert.False(PatternControl.Run(blind).Passed);
    }

    private sealed class Blind : Recognizer
    {
        public override bool IsWhole(ReadOnlySpan<byte> value) => false;

        public override int Count(ReadOnlySpan<byte> text) => 0;
    }
}
