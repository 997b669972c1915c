using System.Text;
using CiAnon.Copy;
using CiAnon.Dumps.Blocks;
using CiAnon.Residual;
using CiAnon.Residual.Encodings;
using CiAnon.Residual.Forms;
using CiAnon.Strategies;
using CiAnon.Verification.Search;

namespace CiAnon.Verification.Control;

/// <summary>
/// The positive control of a run: made-up originals of every kind, wrapped in every kind of container, must be found by the code that
/// scans the result. A scan that finds nothing proves nothing unless it finds these.
/// </summary>
internal sealed class PlantedSamples
{
    private readonly IReadOnlyList<PlantedSample> _samples = PlantedSample.All();

    private PlantedSamples()
    {
    }

    /// <summary>Adds samples to the originals; before these are frozen.</summary>
    public static PlantedSamples Plant(Originals originals)
    {
        var planted = new PlantedSamples();
        foreach (var sample in planted._samples) originals.Plant(sample);
        return planted;
    }

    /// <summary>Looks for all of them; after the originals are frozen.</summary>
    /// <param name="broken">A decoder to do without: shows that the control notices.</param>
    /// <param name="without">A form that isn't looked for: the same.</param>
    /// <param name="search">How large objects are searched; another way shows the same.</param>
    public ControlOutcome Check(Originals originals, Encoded broken = Encoded.None, OriginalForm without = OriginalForm.Itself, Action<LargeObjectSearch, IEnumerable<LargeObject>>? search = null)
    {
        search ??= static (found, objects) => found.Search(objects, CancellationToken.None);
        var missing = new List<string>();
        var planted = 0;
        void Note(PlantedSample sample, string container, bool found)
        {
            planted++;
            if (!found) missing.Add(sample.Form == OriginalForm.Itself ? $"{PersonalKinds.Of(sample.Kind).Title} in {container}" : $"{PersonalKinds.Of(sample.Kind).Title} ({FormNames.Of(sample.Form)}) in {container}");
        }

        foreach (var sample in _samples)
        {
            foreach (var container in PlantedContainer.All)
            {
                if (container.Wrap(sample) is { Length: > 0 } value) Note(sample, container.Name, IsFound(sample, container, value, originals, broken, without));
            }
            foreach (var (name, text) in Statements(sample)) Note(sample, name, IsFound(sample, text, originals));
            foreach (var (name, before, bytes) in LargeObjects(sample)) Note(sample, name, IsFound(sample, before, bytes, originals));
            Note(sample, "a large object between two others", IsFoundBetween(sample, originals, search));
        }
        return new ControlOutcome(planted, planted - missing.Count, missing);
    }

    private static bool IsFound(PlantedSample sample, PlantedContainer container, string value, Originals originals, Encoded broken, OriginalForm without)
    {
        var column = new ScannedColumn(container.Type, container.BaseName, []);
        if (!FieldScanner.Wants(column, originals)) return false;
        var scanner = new FieldScanner(originals, [column, column], broken, without);
        new FieldWalker([true, true], scanner).Walk(Row(value));
        return IsFound(sample, scanner.Tally(), field: 1, container.Path);
    }

    private static bool IsFound(PlantedSample sample, string text, Originals originals)
    {
        var scan = new TextScan(originals);
        scan.Scan(Encoding.UTF8.GetBytes(text));
        return IsFound(sample, scan.Tally, field: 0, "");
    }

    // The border between two chunks runs through the sample.
    private static bool IsFound(PlantedSample sample, int before, byte[] bytes, Originals originals)
    {
        var search = new LargeObjectSearch(originals, []);
        search.Append(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("lorem ipsum ", 5000))));
        search.Append(bytes.AsSpan(0, before));
        search.Append(bytes.AsSpan(before));
        search.Append(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(" dolor sit", 5000))));
        search.End();
        return IsFound(sample, search);
    }

    // What ends one object and begins the next must not become a word with the sample between them.
    private static bool IsFoundBetween(PlantedSample sample, Originals originals, Action<LargeObjectSearch, IEnumerable<LargeObject>> search)
    {
        var found = new LargeObjectSearch(originals, []);
        string[] contents = ["abc", sample.Text, "def"];
        search(found, contents.Select((content, i) => new LargeObject((uint)i + 1, new MemoryStream(Encoding.UTF8.GetBytes(content)))));
        return IsFound(sample, found);
    }

    private static bool IsFound(PlantedSample sample, LargeObjectSearch search) => search.Findings.Originals.Fingerprints.Any(sample.Hashes.Contains);

    // Chance is no question here: the sample's own fingerprint was found, or it wasn't.
    private static bool IsFound(PlantedSample sample, HitTally tally, int field, string path) =>
        tally.Hits().Concat(tally.ByChance()).Any(hit => hit.Field == field && hit.Kind == sample.Kind && hit.Path == PathOf(sample, path) && hit.Found.Any(sample.Hashes.Contains));

    private static string PathOf(PlantedSample sample, string container) =>
        string.Join(" in ", new[] { FormNames.Of(sample.Form), container }.Where(name => name.Length > 0));

    private static byte[] Row(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var encoded = new byte[CopyText.MaxEncodedLength(bytes.Length)];
        return [.. "17\t"u8, .. encoded.AsSpan(0, CopyText.Encode(bytes, encoded)), CopyText.RowEnd];
    }

    private static IEnumerable<(string Name, string Text)> Statements(PlantedSample sample) =>
    [
        ("a comment", $"COMMENT ON TABLE public.customers IS 'Please ask {sample.Text} before you change this';"),
        ("a default", $"ALTER TABLE ONLY public.orders ALTER COLUMN contact SET DEFAULT '{sample.Text}'::text;"),
        ("a function's body", $"CREATE FUNCTION public.f() RETURNS text LANGUAGE sql AS $$ SELECT '{sample.Text}' -- as agreed\n$$;"),
    ];

    private static IEnumerable<(string Name, int Before, byte[] Bytes)> LargeObjects(PlantedSample sample)
    {
        var text = Encoding.UTF8.GetBytes(sample.Text);
        yield return ("a large object", text.Length / 2, text);
        var base64 = Encoding.ASCII.GetBytes("\n" + Convert.ToBase64String(Encoding.UTF8.GetBytes($"Re: {sample.Text} asked")) + "\n");
        yield return ("base64 in a large object", base64.Length / 2, base64);
    }
}
