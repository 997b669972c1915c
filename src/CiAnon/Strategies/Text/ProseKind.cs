namespace CiAnon.Strategies.Text;

/// <summary>What is recognized in prose by its form, each replaced by a strategy of its own.</summary>
public enum ProseKind
{
    Email,
    Phone,
    Name,
    FirstName,
    LastName,
    Address,
    Iban,
    Card,
    NationalId,
    Ip,
    Mac,
    Url,
    Token,
}
