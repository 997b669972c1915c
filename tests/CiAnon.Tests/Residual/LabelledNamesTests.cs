using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>A name whose first and last name stand apart, each under a label of its own.</summary>
public class LabelledNamesTests
{
    [Theory]
    [InlineData("""{"first": "Käthe", "age": 41, "last": "Möllenkamp"}""")]
    [InlineData("""{"lastName":"Möllenkamp","note":"x","firstName":"Käthe"}""")]
    [InlineData("""{"family": "Möllenkamp", "given": ["Käthe"]}""")]
    [InlineData("""{"a": "{\"last_name\": \"M\\u00f6llenkamp\", \"b\": 2, \"first_name\": \"K\\u00e4the\"}"}""")]
    [InlineData("""<p given="Käthe" born="1980" family="Möllenkamp"/>""")]
    [InlineData("<p><Vorname>Käthe</Vorname><Alter>41</Alter><Nachname>Möllenkamp</Nachname></p>")]
    [InlineData("""<field name="first_name">Käthe</field><field name="last_name">Möllenkamp</field>""")]
    [InlineData("q=1&user%5Bfirst_name%5D=K%C3%A4the&user%5Blast_name%5D=M%C3%B6llenkamp")]
    [InlineData("first: Käthe\nage: 41\nlast: Möllenkamp\n")]
    [InlineData("Name: Möllenkamp, Vorname: Käthe")]
    [InlineData("level=info first=Käthe last=Möllenkamp msg=ok")]
    [InlineData("Patient(id=17, firstName=Käthe, lastName=Möllenkamp)")]
    [InlineData("""{"first"=>"Käthe", "last"=>"Möllenkamp"}""")]
    [InlineData("{'first': 'Käthe', 'last': 'Möllenkamp'}")]
    [InlineData("""a:2:{s:5:"first";s:6:"Käthe";s:4:"last";s:11:"Möllenkamp";}""")]
    [InlineData("""{"Prénom": "Käthe", "ville": "Lyon", "Nom de famille": "Möllenkamp"}""")]
    [InlineData("""{"billing_last_name": "Möllenkamp", "shipping_city": "Husum", "billing_first_name": "Käthe"}""")]
    [InlineData("""{"first_name": {"from": "Kathrin", "to": "Käthe"}, "last_name": {"from": "Berg", "to": "Möllenkamp"}}""")]
    [InlineData("""{"first_name": {"old": "Käthe", "new": "Kathrin"}, "last_name": {"old": "Möllenkamp", "new": "Berg"}}""")]
    [InlineData("""{"first_name": ["Kathrin", "Käthe"], "last_name": ["Berg", "Möllenkamp"]}""")]
    [InlineData("""[{"field": "first_name", "value": "Käthe"}, {"field": "last_name", "value": "Möllenkamp"}]""")]
    [InlineData("""<input name="first_name" value="Käthe"><input name="last_name" value="Möllenkamp">""")]
    [InlineData("""<name><family value="Möllenkamp"/><use value="official"/><given value="Käthe"/></name>""")]
    [InlineData("""<n:FirstName xsi:type="xsd:string">Käthe</n:FirstName><x>1</x><n:LastName>Möllenkamp</n:LastName>""")]
    [InlineData("givenName: Käthe\nmail: x\nsn: Möllenkamp")]
    public void First_and_last_name_are_found_together(string text)
    {
        using var originals = NameFormsTests.Row("Käthe", "Möllenkamp");
        Assert.Equal(PersonalKind.Name, Assert.Single(originals.In(text).Hits()).Kind);
    }

    [Theory]
    [InlineData("""[{"first": "Anna", "last": "Möllenkamp"}, {"first": "Käthe", "last": "Berg"}]""")]
    [InlineData("""[{"last": "Berg", "first": "Käthe"}, {"last": "Möllenkamp", "first": "Anna"}]""")]
    [InlineData("""{"first": "Käthe", "city": "Möllenkamp"}""")]
    [InlineData("""{"first": "", "last": "Möllenkamp", "mother": "Käthe"}""")]
    [InlineData("first=Anna last=Möllenkamp\nfirst=Käthe last=Berg")]
    public void Two_people_are_not_one(string text)
    {
        using var originals = NameFormsTests.Row("Käthe", "Möllenkamp");
        Assert.Empty(originals.In(text).Hits());
    }

    [Fact]
    public void What_masks_made_of_parts_of_names_is_expected()
    {
        using var originals = NameFormsTests.Row("Käthe", "Möllenkamp");
        Assert.Empty(originals.In("""{"first": "Käthe", "age": 41, "last": "Möllenkamp"}""", TypeKind.Json, "jsonb", PersonalKind.Name).Hits());
    }

    [Theory]
    [InlineData(@"K\u{e4}the M\u{f6}llenkamp")]
    [InlineData(@"CN=K\C3\A4the M\C3\B6llenkamp,OU=People")]
    [InlineData("NM1*IL*1*MÖLLENKAMP*KÄTHE****MI*1~")]
    public void Programs_write_a_name_in_forms_of_their_own(string text)
    {
        using var originals = NameFormsTests.Row("Käthe", "Möllenkamp");
        Assert.Equal(PersonalKind.Name, Assert.Single(originals.In(text).Hits()).Kind);
    }

    [Theory]
    [InlineData("Małgorzata Dvořák", "Ma&lstrok;gorzata Dvo&rcaron;&aacute;k")]
    [InlineData("Γιωργοσ Βλαχοσ", "&Gamma;&iota;&omega;&rho;&gamma;&omicron;&sigmaf; &Beta;&lambda;&alpha;&chi;&omicron;&sigmaf;")]
    public void Entities_are_letters_of_every_language_that_has_some(string name, string text)
    {
        using var originals = Searched.For((PersonalKind.Name, name));
        Assert.Equal(PersonalKind.Name, Assert.Single(originals.In(text).Hits()).Kind);
    }
}
