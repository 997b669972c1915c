using CiAnon.Hosts;

namespace CiAnon.Tests.Cli;

public class PrintableTests
{
    [Theory]
    [InlineData("a plain name, ünïcödé, 日本, ::text at 'x'::text", "a plain name, ünïcödé, 日本, :\uFFFD:text at 'x'::text")]
    [InlineData("two\nlines\r\n", "two\uFFFDlines\uFFFD\uFFFD")]
    [InlineData("\u001b[31mred\u009b0m\u0007", "\uFFFD[31mred\uFFFD0m\uFFFD")]
    [InlineData("right\u202Eleft\u2028line\u2029par\u200B", "right\uFFFDleft\uFFFDline\uFFFDpar\uFFFD")]
    [InlineData("::add-mask::x", ":\uFFFD:add-mask::x")]
    [InlineData("  ::error file=x::", "  :\uFFFD:error file=x::")]
    [InlineData("x\n::error::", "x\uFFFD::error::")]
    [InlineData("x ##vso[task.setvariable variable=a]b", "x #\uFFFD#vso[task.setvariable variable=a]b")]
    [InlineData("##VSO[task.complete]", "#\uFFFD#VSO[task.complete]")]
    [InlineData("##[error]", "#\uFFFD#[error]")]
    [InlineData("a # b ## c", "a # b ## c")]
    public void Nothing_takes_effect_in_a_terminal_or_a_log(string text, string printed) => Assert.Equal(printed, Printable.Line(text));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1234567, "1 234 567")]
    public void Counts_have_groups(long count, string text) => Assert.Equal(text, Printable.Count(count));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1500, "1.5 kB")]
    [InlineData(2e6, "2.0 MB")]
    [InlineData(3.25e9, "3.3 GB")]
    public void Sizes_have_units(double bytes, string text) => Assert.Equal(text, Printable.Bytes(bytes));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("abcd", 1, "…")]
    public void Long_names_are_cut(string text, int width, string cut) => Assert.Equal(cut, Printable.Cut(text, width));
}
