using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CiAnon.Dumps.Contents;

/// <summary>What a sequence stands at.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct SequenceValue(long Last, bool IsCalled)
{
    /// <summary>A SEQUENCE SET entry's statement with this value; pg_dump.c, dumpSequenceData, writes <c>SELECT pg_catalog.setval('public.orders_id_seq', 17, true);</c></summary>
    public string In(string statement)
    {
        var end = $", {Last.ToString(CultureInfo.InvariantCulture)}, {(IsCalled ? "true" : "false")});";
        return Value().Replace(statement, end, count: 1);
    }

    [GeneratedRegex(@", -?[0-9]{1,19}, (true|false)\);(?=\s*$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
