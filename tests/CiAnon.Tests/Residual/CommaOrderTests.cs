using CiAnon.Residual;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

public class CommaOrderTests
{
    [Theory]
    [InlineData("Murray, Steve", true)]
    [InlineData("met Murray, Steve today", true)]
    [InlineData("MURRAY,STEVE;", true)]
    [InlineData("Mrs Murray, Steve (55)", true)]
    [InlineData("Steve Murray", true)]
    [InlineData("written by Steve Murray and others", true)]
    [InlineData("David Murray, Steve Harris", false)]
    [InlineData("david murray, steve harris", false)]
    [InlineData("David Murray/Steve Harris", false)]
    [InlineData("Murray Steve", true)]
    [InlineData("stevemurray", false)]
    public void First_and_last_name_are_found_in_either_order_but_not_across_two_people(string text, bool found)
    {
        using var originals = new Originals(Searched.Key);
        var sink = originals.Collect([PersonalKind.FirstName, PersonalKind.LastName]);
        sink.Field(0, "Steve"u8);
        sink.Field(1, "Murray"u8);
        sink.EndRow();
        originals.Freeze();
        Assert.Equal(found, !originals.In(text).IsEmpty);

        using var whole = Searched.For((PersonalKind.Name, "Steve Murray"));
        Assert.Equal(found, !whole.In(text).IsEmpty);
    }
}
