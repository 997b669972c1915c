using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>First name and first of two last names are found though no dictionary knows them, where they are written as a name.</summary>
public class ShortNameTests
{
    [Theory]
    [InlineData("Begoña Carballo Llopis", "llamar a Begoña Carballo hoy", "shortened name")]
    [InlineData("Begoña Carballo Llopis", "Begona Carballo", "shortened name")]
    [InlineData("Begoña Carballo Llopis", "login begona.carballo failed", "shortened name")]
    [InlineData("Begoña Carballo Llopis", "Begoña|Carballo|7", "shortened name")]
    [InlineData("Begoña Carballo Llopis", "llamar a Begoña Llopis hoy", "shortened name")]
    [InlineData("Xquirl Quirin Rautenbergo", "<td>Xquirl Rautenbergo</td>", "shortened name")]
    [InlineData("Begoña Carballo Llopis", "firmado B. Carballo", "initial and last name")]
    [InlineData("Begoña de la Carballo Llopis", "firmado B. Carballo", "initial and last name")]
    [InlineData("Begoña Carballo Llopis", "bcarballo", "initial and last name")]
    [InlineData("José Luis Carballo Llopis", "firmado J. Carballo", "initial and last name")]
    [InlineData("Carballo Llopis, Begoña", "firmado B. Carballo", "initial and last name")]
    [InlineData("Carballo Llopis, Begoña", "llamar a Begoña Carballo hoy", "shortened name")]
    [InlineData("Carballo Llopis, Begoña", "llamar a begoña carballo llopis hoy", "")]
    [InlineData("Lindqvista, Karl", "met karl lindqvista today", "")]
    public void It_is_found(string name, string text, string path)
    {
        using var originals = Searched.For((PersonalKind.Name, name));
        var hit = Assert.Single(originals.In(text).Hits());
        Assert.Equal((PersonalKind.Name, path), (hit.Kind, hit.Path));
    }

    [Theory]
    [InlineData("Begoña Carballo Llopis", "Begoña Carballo Pérez")]
    [InlineData("Begoña Carballo Llopis", "Ana Begoña Carballo")]
    [InlineData("Begoña Carballo Llopis", "begoña carballo y vino")]
    [InlineData("Begoña Carballo Llopis", "Carballo Llopis")]
    [InlineData("Begoña Carballo Llopis", "María Begoña, Carballo")]
    [InlineData("José Luis Carballo Llopis", "J. Luis")]
    [InlineData("The Rolling Stones", "The Stones")]
    [InlineData("Stadtwerke Norderquell GmbH", "Stadtwerke GmbH")]
    [InlineData("Karla und Norbert Lindqvista", "Karla und")]
    public void Somebody_else_is_not(string name, string text)
    {
        using var originals = Searched.For((PersonalKind.Name, name));
        Assert.Empty(originals.In(text).Hits());
    }
}
