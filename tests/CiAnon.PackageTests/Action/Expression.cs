using System.Text.RegularExpressions;

namespace CiAnon.PackageTests.Action;

/// <summary>
/// GitHub's expressions as far as action.yml uses them; whatever else stands in one fails the test.
/// https://docs.github.com/actions/reference/evaluate-expressions-in-workflows-and-actions
/// </summary>
/// <param name="look">The value of a name such as <c>steps.run.outputs.status</c>; throws for one that can't be known.</param>
/// <param name="status">The answer of a status function.</param>
internal sealed partial class Expression(string text, Func<string, string> look, Func<string, bool> status)
{
    private readonly string[] _tokens = Split(text);
    private int _at;

    /// <summary>Of <c>if:</c>, where a condition without a status function means success() too.</summary>
    public static bool Condition(string text, Func<string, string> look, Func<string, bool> status)
    {
        var condition = new Expression(text, look, status);
        var holds = IsTrue(condition.Value());
        return holds && (StatusFunction().IsMatch(text) || status("success"));
    }

    /// <summary>The text with every <c>${{ }}</c> in it replaced.</summary>
    public static string Fill(string text, Func<string, string> look, Func<string, bool> status) =>
        Embedded().Replace(text, match => new Expression(match.Groups["inner"].Value, look, status).Value());

    private string Value()
    {
        var value = Or();
        return _at == _tokens.Length ? value : throw Unknown();
    }

    // As in GitHub's language, || and && give one of their sides.
    private string Or()
    {
        var value = And();
        while (Take("||"))
        {
            var other = And();
            if (!IsTrue(value)) value = other;
        }
        return value;
    }

    private string And()
    {
        var value = Equality();
        while (Take("&&"))
        {
            var other = Equality();
            if (IsTrue(value)) value = other;
        }
        return value;
    }

    private string Equality()
    {
        var value = Unary();
        while (true)
        {
            if (Take("==")) value = Word(AreEqual(value, Unary()));
            else if (Take("!=")) value = Word(!AreEqual(value, Unary()));
            else return value;
        }
    }

    private string Unary() => Take("!") ? Word(!IsTrue(Unary())) : Primary();

    private string Primary()
    {
        if (Take("("))
        {
            var value = Or();
            return Take(")") ? value : throw Unknown();
        }
        if (_at == _tokens.Length) throw Unknown();
        var token = _tokens[_at++];
        if (token[0] == '\'') return token[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (!char.IsLetter(token[0])) throw Unknown();
        if (!Take("(")) return look(token);
        return Take(")") ? Word(status(token)) : throw Unknown();
    }

    private bool Take(string token)
    {
        if (_at == _tokens.Length || _tokens[_at] != token) return false;
        _at++;
        return true;
    }

    private InvalidOperationException Unknown() => new($"the interpreter doesn't understand '{text}'");

    private static string[] Split(string text)
    {
        var tokens = Token().Matches(text).Select(match => match.Value).ToList();
        if (string.Concat(tokens) != string.Concat(text.Where(character => !char.IsWhiteSpace(character))) && !text.Contains('\'', StringComparison.Ordinal))
            throw new InvalidOperationException($"the interpreter doesn't understand '{text}'");
        return [.. tokens];
    }

    private static bool AreEqual(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // A boolean of the language is the empty text or this word here, as texts are all that action.yml compares.
    private static bool IsTrue(string value) => value.Length > 0;

    private static string Word(bool value) => value ? "true" : "";

    [GeneratedRegex(@"'(?:[^']|'')*'|\|\||&&|==|!=|[!()]|[A-Za-z_][A-Za-z0-9_.-]*|\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\$\{\{(?<inner>.*?)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Embedded();

    [GeneratedRegex(@"\b(?:always|success|failure|cancelled)\(\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StatusFunction();
}
