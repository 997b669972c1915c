using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;

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
    [InlineData("case_ref")]
    [InlineData("booking_reference")]
    [InlineData("member_no")]
    [InlineData("policy_number")]
    [InlineData("claim_number")]
    [InlineData("purchaseordernumber")]
    [InlineData("matrikelnr")]
    [InlineData("Hauptkundennummer")]
    [InlineData("schadennummer")]
    [InlineData("numero_de_dossier")]
    [InlineData("num_adherent")]
    [InlineData("numero_de_socio")]
    [InlineData("num_expediente")]
    [InlineData("numero_pratica")]
    [InlineData("lidmaatschapsnummer")]
    [InlineData("dossiernr")]
    [InlineData("numero_do_processo")]
    [InlineData("nr_pacjenta")]
    [InlineData("numer_klienta")]
    [InlineData("medlemsnummer")]
    [InlineData("ärendenummer")]
    public void Numbers_that_an_organization_gives_are_record_numbers(string column) => Assert.True(RecordNumbers.Speaks(column));

    [Theory]
    [InlineData("id")]
    [InlineData("customer_id")]
    [InlineData("phone_number")]
    [InlineData("order_total")]
    [InlineData("house_no")]
    [InlineData("number_of_orders")]
    [InlineData("serial_number")]
    [InlineData("num_patients")]
    [InlineData("sort_order_no")]
    [InlineData("invoice_number_format")]
    [InlineData("account_number")]
    [InlineData("case_study")]
    [InlineData("casino")]
    [InlineData("notes")]
    public void Keys_counts_and_other_numbers_are_not(string column) => Assert.False(RecordNumbers.Speaks(column));

    [Theory]
    [InlineData("orders", "number", "text", "ORD-2026-00417", true)]
    [InlineData("tickets", "number", "int4", "10417", true)]
    [InlineData("patients", "identifier", "text", "P004417", true)]
    [InlineData("employees", "employee_id", "text", "E0417", true)]
    [InlineData("badges", "member_code", "text", "M-20417", true)]
    [InlineData("orders", "customer_id", "text", "clx3k9vbn0000qz8h2y7d4tsa", false)]
    [InlineData("orders", "customer_id", "int4", "10417", false)]
    [InlineData("pages", "number", "text", "417", false)]
    [InlineData("employees", "employee_code", "text", "carpenter", false)]
    public void What_the_name_leaves_open_table_and_values_say(string table, string column, string type, string value, bool isOne)
    {
        var sample = new ColumnSample();
        // Every value another number, in the shape of the one given.
        for (var i = 0; i < 60; i++) sample.Add(Encoding.UTF8.GetBytes(value.Replace("417", $"{417 + i * 7}", StringComparison.Ordinal)));
        if (value == "carpenter") for (var i = 0; i < 60; i++) sample.Add(Encoding.UTF8.GetBytes(value + new string('x', i)));
        var known = new Column(column, new ColumnType(type, TypeKinds.Of(type, "b", "", builtIn: true), type), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null);
        var holder = new Table(1, "public", table, TableKind.Ordinary, IsPartition: false, [], [known], [], new HashSet<string>());
        Assert.Equal(isOne, ColumnScorer.Score(holder, known, sample).Kind == PersonalKind.RecordNumber);
    }
}
