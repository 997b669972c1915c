using System.Text;
using System.Text.Json;
using CiAnon.Strategies.Containers;

namespace CiAnon.Tests.Strategies.Numbers;

/// <summary>What is written as a number of JSON is one to .NET's reader, too.</summary>
public class JsonNumberTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("10", true)]
    [InlineData("-12.50", true)]
    [InlineData("1e5", true)]
    [InlineData("1.5E-07", true)]
    [InlineData("1e+20", true)]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData("+1", false)]
    [InlineData("007", false)]
    [InlineData("-01", false)]
    [InlineData(".5", false)]
    [InlineData("5.", false)]
    [InlineData("1e", false)]
    [InlineData("1e+", false)]
    [InlineData("NaN", false)]
    [InlineData("-Infinity", false)]
    [InlineData("1 ", false)]
    [InlineData("1,2", false)]
    [InlineData("0x1", false)]
    public void A_number_is_one_of_JSON(string text, bool expected)
    {
        Assert.Equal(expected, JsonNumber.Is(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, IsNumber(text));
    }

    private static bool IsNumber(string text)
    {
        if (text.Trim() != text) return false;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
