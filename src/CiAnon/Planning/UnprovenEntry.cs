namespace CiAnon.Planning;

/// <summary>An entry that refers to what isn't in the dump: it stays in the artefact as it stands, and nothing is proven of it.</summary>
/// <param name="Entry">Such as <c>FK CONSTRAINT shop.orders orders_customer_id_fkey</c>.</param>
/// <param name="Object">What isn't there, such as <c>relation crm.customers</c>.</param>
public sealed record UnprovenEntry(string Entry, string Reason, string Object);
