namespace CiAnon.Strategies;

/// <summary>What a value says of a person. <see cref="PersonalKinds"/> describes each.</summary>
public enum PersonalKind
{
    Email,
    Phone,
    Name,
    FirstName,
    LastName,
    Username,
    Address,
    City,
    PostalCode,
    Location,
    NationalId,
    Account,
    Card,
    Token,
    Ip,
    Device,
    BirthDate,
    Gender,
    Company,
    Income,
    Special,
    FreeText,
    RecordNumber,
}
