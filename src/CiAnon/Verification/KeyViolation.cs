namespace CiAnon.Verification;

/// <summary>A constraint that the anonymized rows break.</summary>
/// <param name="Entry">The TOC entry: <c>FK CONSTRAINT shop.orders orders_customer_id_fkey</c>.</param>
/// <param name="Description">Redacted: condition and names only.</param>
internal sealed record KeyViolation(string Entry, string Description);
