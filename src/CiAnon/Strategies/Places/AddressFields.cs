namespace CiAnon.Strategies.Places;

/// <summary>What may stay of an address in one text.</summary>
[Flags]
internal enum AddressFields
{
    None = 0,
    City = 1,
    Region = 2,
    PostalCode = 4,
    Country = 8,
}
