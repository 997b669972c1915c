using System.Globalization;
using System.Text;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Scripts;

/// <summary>The large objects that a script writes: <c>lo_open</c>, as many <c>lowrite</c> as are needed, <c>lo_close</c>, each in a line.</summary>
internal sealed class ScriptLargeObjects(ArchiveBytes block, string subject)
{
    private static ReadOnlySpan<byte> OpenStart => "SELECT pg_catalog.lo_open('"u8;

    private static ReadOnlySpan<byte> CloseLine => "SELECT pg_catalog.lo_close(0);"u8;

    public IEnumerable<LargeObject> Read()
    {
        using var window = new ScriptWindow(block);
        while (NextLine(window))
        {
            var oid = Oid(window);
            using var content = new Content(this, window);
            yield return new LargeObject(oid, content);
            if (!content.IsClosed) throw new InvalidOperationException("The large object before was not read to its end.");
        }
    }

    private static bool NextLine(ScriptWindow window)
    {
        while (window.Peek() is '\r' or '\n') window.Advance(1);
        if (window.Peek() < 0) return false;
        window.Mark();
        window.SkipLine();
        return true;
    }

    private uint Oid(ScriptWindow window)
    {
        var line = window.Marked;
        if (!line.StartsWith(OpenStart)) throw Corrupt();
        var digits = line[OpenStart.Length..];
        digits = digits[..Math.Max(0, digits.IndexOf((byte)'\''))];
        return uint.TryParse(Encoding.ASCII.GetString(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var oid) && oid > 0 ? oid : throw Corrupt();
    }

    private Diagnostics.CiAnonException Corrupt() => DumpErrors.Corrupt(block.Path, subject, "a large object isn't written as pg_dump writes it");

    private sealed class Content(ScriptLargeObjects owner, ScriptWindow window) : ReadOnlyStream
    {
        private byte[] _bytes = [];
        private int _at;

        public bool IsClosed { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            while (!IsClosed && _at == _bytes.Length && !buffer.IsEmpty) Next();
            var count = Math.Min(buffer.Length, _bytes.Length - _at);
            _bytes.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        private void Next()
        {
            if (!NextLine(window)) throw DumpErrors.Truncated(owner.Path, owner.Subject);
            var line = window.Marked.TrimEnd("\r\n"u8);
            IsClosed = line.SequenceEqual(CloseLine);
            var at = line.IndexOf("\\x"u8);
            if (!IsClosed && (at < 0 || !line.StartsWith("SELECT pg_catalog.lowrite(0, '"u8) || !line.EndsWith("');"u8))) throw owner.Corrupt();
            try
            {
                _bytes = IsClosed ? [] : Convert.FromHexString(Encoding.ASCII.GetString(line[(at + 2)..^3]));
            }
            catch (FormatException)
            {
                throw owner.Corrupt();
            }
            _at = 0;
        }
    }

    private string Path => block.Path;

    private string Subject => subject;
}
