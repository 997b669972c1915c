namespace CiAnon.Tests.Reporting.Html;

public sealed class RenderedPageTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public void Every_page_was_rendered_at_every_width_and_what_is_judged_in_the_dark_too()
    {
        Assert.Equal(7 * 3, browser.Pages.Count(page => page.ColorScheme == "light"));
        Assert.Equal(["failed", "nasty", "passed"], browser.Pages.Where(page => page.ColorScheme == "dark").Select(page => page.Name).Distinct().Order());
    }

    [Fact]
    public void Nothing_is_fetched_and_nothing_runs() => Assert.DoesNotContain(browser.Pages, page => page.Requests.Length + page.Complaints.Length > 0);

    [Fact]
    public void Nothing_is_wider_than_a_phone() => Assert.DoesNotContain(browser.Pages, page => page.Overflow > 0 || page.ColumnsOutside > 0);

    // The nasty page has names of two hundred letters: nobody's words.
    [Fact]
    public void No_word_and_no_number_is_broken_in_its_middle() => Assert.DoesNotContain(browser.Pages, page => page.Name != "nasty" && page.Broken.Length > 0);

    // Verdict, who and what for, the numbers, and the parts by name: what a person reads on a phone's three screens.
    [Fact]
    public void On_a_phone_what_is_long_is_folded() =>
        Assert.All(browser.Pages.Where(page => page is { Width: 390, Name: "passed" or "pseudonymized" or "bare" or "large300" }), page => Assert.InRange(page.Height, 1, 3 * 844));

    [Fact]
    public void Axe_finds_nothing_wrong_in_contrast_landmarks_and_tables() => Assert.DoesNotContain(browser.Pages, page => page.Violations.Length > 0);

    [Fact]
    public void The_verdict_is_the_first_heading()
    {
        Assert.All(browser.Pages, page => Assert.Contains(page.Name == "german" ? "Fehlgeschlagen" : page.Name == "failed" ? "Failed: nothing was published" : "Passed: ", page.Verdict, StringComparison.Ordinal));
        Assert.Contains(browser.Pages, page => page.Name == "pseudonymized" && page.Verdict.Contains("linkable by whoever holds the key", StringComparison.Ordinal));
    }
}
