using System.Text;
using System.Text.Unicode;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Reporting;
using CiAnon.Stages;
using CiAnon.Strategies;
using CiAnon.Strategies.Encryption;
using CiAnon.Strategies.Options;
using CiAnon.Tables;

namespace CiAnon;

/// <summary>
/// Reads again what the strategy <c>encrypt</c> wrote. Values come as lines of COPY text, of a stream or of a dump's column, and go nowhere
/// but into the writer that is given: no message holds one.
/// </summary>
public sealed class Decryption
{
    private readonly DecryptOptions _options;
    private readonly ColumnName _name;
    private readonly Policy _policy;

    /// <exception cref="CiAnonException">The policy or the report can't be read, or the report names another key (CIANON2033).</exception>
    public Decryption(DecryptOptions options)
    {
        _options = options;
        _name = ColumnName.Parse(options.Column);
        _policy = Preparation.ReadPolicy(options.PolicyPath, options.Environment, DateTimeOffset.UtcNow, options.Database);
        if (options.ReportPath is { } path && ReportFile.Read(path).Key.Fingerprint is var fingerprint && fingerprint != options.Key.Fingerprint)
            throw new CiAnonException(DiagnosticCodes.OtherKey, fingerprint is null ? "the report's run had a key that is forgotten" : $"the report's run had the key {fingerprint}, and {options.Key.Fingerprint} was given");
    }

    /// <summary>Decrypts line by line.</summary>
    /// <returns>How many values were decrypted; NULL (\N) and empty lines pass as they are.</returns>
    /// <exception cref="CiAnonException">CIANON2030: nothing encrypts the column; CIANON2031: a value isn't what key and rule made.</exception>
    public long Lines(Stream input, TextWriter output, CancellationToken cancellation)
    {
        var lines = new ValueLines(Cipher(_options.Type, EncryptedColumn.Find(_policy, _name)), output);
        var reader = new RowReader(new ClosedLines(input), isMarked: false);
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            for (var end = rows.IndexOf(CopyText.RowEnd); end >= 0; end = rows.IndexOf(CopyText.RowEnd))
            {
                lines.Write(rows[..end].TrimEnd((byte)'\r'));
                rows = rows[(end + 1)..];
            }
        }
        return lines.Decrypted;
    }

    /// <summary>Decrypts a column of a dump, row by row.</summary>
    /// <returns>How many values were decrypted; NULL and empty values pass as they are.</returns>
    /// <exception cref="CiAnonException">As <see cref="Lines"/>, and what stands in the way of reading the dump.</exception>
    public long Dump(Dump dump, TextWriter output, CancellationToken cancellation)
    {
        var catalog = DumpCatalog.Read(dump);
        var table = catalog.Find(_name.Schema, _name.TableName) ?? throw new CiAnonException(DiagnosticCodes.NothingEncrypted, $"the dump has no table {_name.Schema}.{_name.TableName}");
        var facts = new PlanningFacts(_options.Key, _ => true, TableTasks.RowBound(dump, catalog), SequenceValues.Read(dump), AsciiOnly: !DumpEncoding.IsUnicode(dump), HasLargeObjects: false);
        var rules = Planner.Review(_policy, catalog, facts).Tables.First(candidate => candidate.Table.Oid == table.Oid);
        var plan = rules.Find(_name.Column) ?? throw new CiAnonException(DiagnosticCodes.NothingEncrypted, $"table {table.FullName} has no column {_name.Column}");
        if (plan.Strategy?.Name != "encrypt")
            throw new CiAnonException(DiagnosticCodes.NothingEncrypted, plan.Mask?.Inside.Count > 0
                ? $"{_name.Text} is encrypted inside of its values at most: give the parts as lines" : $"the policy has no rule that encrypts {_name.Text}");
        var lines = new ValueLines(Cipher(plan.Column.Type.Kind, plan.Options), output);
        var condition = plan.Condition is { } rows ? new EncryptedRows(rules, plan, rows) : null;
        foreach (var entry in dump.Toc.Where(entry => entry.IsTableData && TableTasks.FindTable(entry, catalog) is { } own && (own.Oid == table.Oid || catalog.Ancestors(own).Any(parent => parent.Oid == table.Oid))))
            Rows(dump, entry, lines, condition, cancellation);
        return lines.Decrypted;
    }

    private Cipher Cipher(TypeKind kind, OptionValues options) =>
        EncryptStrategy.For(kind, options, _options.Key.Derive($"encrypt/{options.Given.GetValueOrDefault(CommonOptions.Seed.Name)}"));

    private void Rows(Dump dump, TocEntry entry, ValueLines lines, EncryptedRows? condition, CancellationToken cancellation)
    {
        var columns = TableTasks.Copy(entry).Columns;
        var field = columns.ToList().IndexOf(_name.Column);
        if (field < 0) return;
        condition?.Begin(columns);
        try
        {
            using var block = dump.OpenData(entry);
            var reader = new RowReader(block);
            for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                for (var end = rows.IndexOf(CopyText.RowEnd); end >= 0; end = rows.IndexOf(CopyText.RowEnd))
                {
                    var value = Field(rows[..end], field);
                    if (condition?.Has(rows) == false) lines.Keep(value);
                    else lines.Write(value);
                    rows = rows[(end + 1)..];
                }
            }
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{entry.FullName} can't be read: {exception.Message}");
        }
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> row, int field)
    {
        for (; field > 0; field--)
        {
            var tab = row.IndexOf((byte)'\t');
            if (tab < 0) throw new InvalidDataException("a row has fewer fields than its columns");
            row = row[(tab + 1)..];
        }
        var end = row.IndexOf((byte)'\t');
        return end < 0 ? row : row[..end];
    }

    /// <summary>One value a line, in COPY text, there and back.</summary>
    private sealed class ValueLines(Cipher cipher, TextWriter output)
    {
        private readonly MaskOutput _clear = new();
        private byte[] _value = new byte[256];
        private byte[] _line = new byte[256];
        private long _lines;

        public long Decrypted { get; private set; }

        /// <summary>A value that the rule's condition left as it was.</summary>
        public void Keep(ReadOnlySpan<byte> raw)
        {
            _lines++;
            output.WriteLine(Encoding.UTF8.GetString(raw));
        }

        public void Write(ReadOnlySpan<byte> raw)
        {
            _lines++;
            if (raw.IsEmpty || CopyText.IsNull(raw))
            {
                output.WriteLine(raw.IsEmpty ? "" : "\\N");
                return;
            }
            if (_value.Length < raw.Length) _value = new byte[raw.Length * 2];
            // A program that prints bytea writes one backslash, COPY text two.
            var isBytea = cipher is BytesCipher && raw.StartsWith("\\x"u8);
            var value = isBytea ? raw : _value.AsSpan(0, CopyText.Decode(raw, _value));
            _clear.Clear();
            try
            {
                cipher.Restore(value, _clear);
            }
            catch (MaskException exception)
            {
                throw new CiAnonException(DiagnosticCodes.NotDecrypted, $"value {_lines}: {exception.Message}");
            }
            if (!Utf8.IsValid(_clear.Written)) throw new CiAnonException(DiagnosticCodes.NotDecrypted, $"value {_lines}: isn't UTF-8");
            if (_line.Length < CopyText.MaxEncodedLength(_clear.Length)) _line = new byte[CopyText.MaxEncodedLength(_clear.Length) * 2];
            output.WriteLine(isBytea ? Encoding.UTF8.GetString(_clear.Written) : Encoding.UTF8.GetString(_line, 0, CopyText.Encode(_clear.Written, _line)));
            Decrypted++;
        }
    }
}
