using CiAnon.Planning;

namespace CiAnon.Tests.Planning;

public class PersonalSignalsTests
{
    [Theory]
    [InlineData("email")]
    [InlineData("dateOfBirth")]
    [InlineData("Home Phone")]
    [InlineData("SSN")]
    [InlineData("customerSSN")]
    [InlineData("HomeIP")]
    [InlineData("user-name")]
    [InlineData("national_id")]
    [InlineData("tax_id")]
    [InlineData("geburtsdatum")]
    [InlineData("Nachname")]
    [InlineData("zip")]
    [InlineData("latitude")]
    [InlineData("address2")]
    [InlineData("tel2")]
    [InlineData("basesalary")]
    [InlineData("Jahresgehalt")]
    [InlineData("kontostand")]
    public void Names_that_speak_of_persons(string column) => Assert.True(PersonalSignals.In(column));

    [Theory]
    [InlineData("id")]
    [InlineData("address_id")]
    [InlineData("AddressId")]
    [InlineData("status")]
    [InlineData("page")]
    [InlineData("description")]
    [InlineData("shipping")]
    [InlineData("created_at")]
    [InlineData("discard")]
    public void Names_that_do_not(string column) => Assert.False(PersonalSignals.In(column));
}
