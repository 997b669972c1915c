using System.Globalization;
using System.Text;
using System.Xml;

namespace CiAnon.Reporting.JUnit;

/// <summary>A suite as JUnit XML that fits Jenkins' schema, and Ant's too when nothing was skipped (Ant's has no word for that).</summary>
public static class JUnitWriter
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static byte[] Write(JUnitSuite suite)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("testsuites");
            WriteSuite(xml, suite);
            xml.WriteEndElement();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite)
    {
        var skipped = suite.Cases.Count(test => test.Skipped is not null);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Token(suite.Name));
        xml.WriteAttributeString("package", "ci-anon");
        xml.WriteAttributeString("id", "0");
        xml.WriteAttributeString("timestamp", suite.Timestamp.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        // The schema wants a host; the machine's own name is nobody's business.
        xml.WriteAttributeString("hostname", "localhost");
        xml.WriteAttributeString("tests", Number(suite.Cases.Count));
        xml.WriteAttributeString("failures", Number(suite.Cases.Count(test => test.Failure is not null)));
        xml.WriteAttributeString("errors", "0");
        if (skipped > 0) xml.WriteAttributeString("skipped", Number(skipped));
        xml.WriteAttributeString("time", suite.Seconds.ToString("0.###", CultureInfo.InvariantCulture));
        WriteProperties(xml, suite.Properties);
        foreach (var test in suite.Cases) WriteCase(xml, test);
        // Ant's schema wants both, empty or not.
        xml.WriteElementString("system-out", "");
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in properties)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", Token(name));
            xml.WriteAttributeString("value", Clean(value));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JUnitCase test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Token(test.Name));
        xml.WriteAttributeString("classname", Token(test.Class));
        xml.WriteAttributeString("time", "0");
        if (test.Skipped is { } reason) xml.WriteElementString("skipped", Clean(reason));
        if (test.Failure is { } failure)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", failure.Type);
            xml.WriteAttributeString("message", Clean(failure.Message));
            xml.WriteString(Clean(failure.Text));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Names come from other people's schemas: what XML can't hold is replaced, not refused.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])) clean.Append(text[index]).Append(text[++index]);
            else clean.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : '\uFFFD');
        }
        return clean.ToString();
    }

    // One line without runs of spaces, as the schema's type token asks.
    private static string Token(string text) => string.Join(' ', Clean(text).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
