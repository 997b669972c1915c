using System.Text.Json;
using CiAnon.Reporting;
using CiAnon.Reporting.Html;
using CiAnon.Reporting.Languages;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Reporting.Html;

/// <summary>
/// Debian's Chromium renders the pages once, at several widths, light and dark; axe-core judges what people with a disability get.
/// The pages stay in artifacts/report-pages, with REPORT_PICTURES=1 their pictures, too.
/// </summary>
public sealed class Browser
{
    private const string Script = """
        const [executablePath, folder, ...names] = process.argv.slice(1);
        const { chromium } = require('playwright-core');
        const axe = require('fs').readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
        (async () => {
          const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
          const results = [];
          let judgedPages = 0;
          for (const name of names) for (const [width, height] of [[360, 800], [390, 1600], [1280, 1600]]) for (const colorScheme of ['light', 'dark']) {
            // Four seconds each: the narrow page of the one, the wide page of the other.
            const isJudged = width === { passed: 360, nasty: 360, failed: 1280 }[name];
            // In the dark only colours differ, and axe judges them.
            if (colorScheme === 'dark' && !isJudged) continue;
            const requests = [], complaints = [];
            const url = 'file://' + folder + '/' + name + '.html';
            const context = await browser.newContext({ viewport: { width, height }, colorScheme });
            const page = await context.newPage();
            page.on('request', request => { if (request.url() !== url) requests.push(request.url()); });
            page.on('console', message => complaints.push(message.text()));
            page.on('pageerror', error => complaints.push(error.message));
            await page.goto(url);
            const tall = await page.evaluate(() => document.documentElement.scrollHeight);
            if (process.env.REPORT_PICTURES === '1' && width !== 360) await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: !name.startsWith('large') });
            // What is folded must read well, too.
            await page.evaluate(() => document.querySelectorAll('details').forEach(part => part.open = true));
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            const verdict = await page.evaluate(() => document.querySelector('h1').innerText);
            const columnsOutside = await page.evaluate(() => [...document.querySelectorAll('td, th, code, p')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).length);
            // A word of people's that stands on two lines: its letters have more than one rectangle.
            const broken = await page.evaluate(() => {
              const words = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
              for (let node; (node = walker.nextNode());) for (const match of node.data.matchAll(/[\p{L}\p{N}]{2,28}/gu)) {
                if (match.index > 0 && /[\p{L}\p{N}]/u.test(node.data[match.index - 1]) || /[\p{L}\p{N}]/u.test(node.data[match.index + match[0].length] ?? '')) continue;
                range.setStart(node, match.index);
                range.setEnd(node, match.index + match[0].length);
                if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) words.push(match[0]);
              }
              return words;
            });
            await context.close();
            let report = { violations: [] };
            if (isJudged) {
              const judged = await browser.newContext({ viewport: { width, height: tall }, colorScheme, bypassCSP: true });
              const other = await judged.newPage();
              await other.goto(url);
              await other.evaluate(axe);
              const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'];
              report = await other.evaluate(values => axe.run(document, { runOnly: { type: 'tag', values } }), tags);
              judgedPages++;
              await judged.close();
            }
            results.push({ name, width, colorScheme, overflow, columnsOutside, broken, height: tall, verdict, requests, complaints,
              violations: report.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + (n.any[0]?.message ?? '')).join('; ')) });
          }
          await browser.close();
          if (judgedPages !== 6) throw new Error('axe judged ' + judgedPages + ' pages');
          console.log(JSON.stringify(results));
        })().catch(error => { console.error(error); process.exit(1); });
        """;

    private static readonly Dictionary<string, ComplianceReport> Reports = new()
    {
        ["passed"] = ReportSamples.Passed(),
        ["failed"] = ReportSamples.Failed(),
        ["pseudonymized"] = ReportSamples.Pseudonymized(),
        ["bare"] = ReportSamples.Bare(),
        ["german"] = ReportSamples.Failed(),
        ["nasty"] = ReportSamples.Nasty("<script>document.title='owned'</script><img src=x onerror=alert(1)>" + new string('w', 200)),
        ["large300"] = ReportSamples.Large(300),
    };

    public Browser()
    {
        var folder = Directory.CreateDirectory(GeneratedFile.FullPath("artifacts/report-pages")).FullName;
        foreach (var (name, report) in Reports) File.WriteAllBytes(Path.Combine(folder, name + ".html"), HtmlReport.Write(report, name == "german" ? ReportLanguage.German : ReportLanguage.English));
        var modules = $"{NpmPackage.Modules("playwright-core", "1.65.1")}:{NpmPackage.Modules("axe-core", "4")}";
        var output = NpmPackage.Node(modules, Script, [Chromium(), folder, .. Reports.Keys]);
        Pages = JsonSerializer.Deserialize<List<RenderedPage>>(output, JsonSerializerOptions.Web)!;
    }

    internal IReadOnlyList<RenderedPage> Pages { get; }

    private static string Chromium()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing: eng/setup installs it.");
    }
}

/// <summary>What the browser made of a page.</summary>
internal sealed record RenderedPage(string Name, int Width, string ColorScheme, int Overflow, int ColumnsOutside, string[] Broken, int Height, string Verdict, string[] Requests, string[] Complaints, string[] Violations)
{
    public override string ToString() => $"{Name} at {Width} px, {ColorScheme}: overflow {Overflow}, {string.Join(" | ", Broken.Concat(Requests).Concat(Complaints).Concat(Violations))}";
}
