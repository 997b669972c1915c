using System.Collections.Frozen;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Discovery.Shapes;

/// <summary>Who a message is from and to, with names or several in one value: <c>"Anna Berg" &lt;anna@example.org&gt;, …</c></summary>
internal static class MailHeaders
{
    private const double Most = 0.8;

    private static readonly FrozenSet<string> Ends = FrozenSet.ToFrozenSet(
    [
        "from", "to", "cc", "bcc", "sender", "senders", "recipient", "recipients", "replyto", "addressee", "addressees", "mailbox", "empfaenger", "empfanger", "absender", "expediteur", "destinataire", "destinataires",
        "remitente", "destinatario", "destinatarios", "mittente", "destinatari", "afzender", "ontvanger", "ontvangers", "remetente", "nadawca", "odbiorca", "odbiorcy", "avsandare", "mottagare",
    ]);

    public static bool Is(string column, ColumnSample sample) => NameParts.Of(column) is [.., var last] && Ends.Contains(last)
        && ValueEvidence.Inside(sample).Any(found => found.Kind == PersonalKind.Email && found.Share >= Most);
}
