using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon;

/// <summary>Fields of SAP's tables, as replicas of them have them: five letters that nothing else is called by.</summary>
internal static class SapNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "German", "smtp addr, smtp srch"),
        new(PersonalKind.Phone, "German", "telf, telfx, telnr, telnr long, telnr call, tel extens, faxnr, telbx"),
        new(PersonalKind.Name, "German", "emftx, koinh, ?namev, ?ename, ?sname, ?cname"),
        new(PersonalKind.FirstName, "German", "vorna, rufnm"),
        new(PersonalKind.LastName, "German", "nachn, nachnm"),
        new(PersonalKind.Username, "German", "ernam, aenam, usnam, ?bname, ?crnam, ?chnam, ?uname"),
        new(PersonalKind.Address, "German", "stras, pfach, locat, ?hsnmr, house num, str suppl"),
        new(PersonalKind.City, "German", "gbort, ?mc city"),
        new(PersonalKind.PostalCode, "German", "pstlz, pstl, post code"),
        new(PersonalKind.NationalId, "German", "stcd, stceg, stenr, ?icnum"),
        new(PersonalKind.RecordNumber, "German", "kunnr, lifnr, pernr, ?kunag, ?kunwe, ?vbeln, ?parnr"),
        new(PersonalKind.Account, "German", "bankl, bankn, bkont, ?bkref"),
        new(PersonalKind.Token, "German", "bcode, passcode bapi, pwdsaltedhash"),
        new(PersonalKind.BirthDate, "German", "gbdat, gbjhr, ?gbmon"),
        new(PersonalKind.Gender, "German", "anred, gesch, ?anrex"),
        new(PersonalKind.Income, "German", "betrg, ansal"),
        new(PersonalKind.Special, "German", "natio, konfe, famst"),
    ];
}
