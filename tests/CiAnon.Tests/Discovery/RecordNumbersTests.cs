using CiAnon.Discovery;

namespace CiAnon.Tests.Discovery;

public class RecordNumbersTests
{
    [Theory]
    [InlineData("patient_no")]
    [InlineData("customer_number")]
    [InlineData("CustomerNo")]
    [InlineData("invoice_nr")]
    [InlineData("kundennummer")]
    [InlineData("KundenNr")]
    [InlineData("rechnungsnr")]
    [InlineData("numero_facture")]
    [InlineData("num_dossier")]
    [InlineData("klantnummer")]
    [InlineData("mrn")]
    [InlineData("aktenzeichen")]
    [InlineData("last_order_no")]
    public void Numbers_that_an_organization_gives_are_record_numbers(string column) => Assert.True(RecordNumbers.Speaks(column));

    [Theory]
    [InlineData("id")]
    [InlineData("customer_id")]
    [InlineData("phone_number")]
    [InlineData("order_total")]
    [InlineData("house_no")]
    [InlineData("number_of_orders")]
    [InlineData("serial_number")]
    [InlineData("notes")]
    public void Keys_counts_and_other_numbers_are_not(string column) => Assert.False(RecordNumbers.Speaks(column));
}
