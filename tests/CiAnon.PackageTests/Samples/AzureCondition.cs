using System.Text.RegularExpressions;

namespace CiAnon.PackageTests.Samples;

/// <summary>
/// The conditions that the samples use, and nothing else of the language: whatever it doesn't know fails the test.
/// https://learn.microsoft.com/azure/devops/pipelines/process/expressions
/// </summary>
/// <param name="variable">The value of a variable; the empty text for one that isn't set.</param>
/// <param name="succeeded">Whether all steps before did.</param>
internal sealed partial class AzureCondition(string text, Func<string, string> variable, bool succeeded)
{
    private readonly Queue<string> _tokens = new(Token().Matches(text).Select(match => match.Value));

    public bool Holds()
    {
        var value = Value();
        return _tokens.Count == 0 ? value == bool.TrueString : throw Unknown();
    }

    private string Value()
    {
        if (!_tokens.TryDequeue(out var token)) throw Unknown();
        if (token[0] == '\'') return token[1..^1];
        if (token == "variables") return Variable();
        var arguments = Arguments();
        return (token, arguments) switch
        {
            ("always", []) => bool.TrueString,
            ("succeeded", []) => succeeded.ToString(),
            ("failed", []) => (!succeeded).ToString(),
            ("and", [_, _, ..]) => arguments.TrueForAll(IsTrue).ToString(),
            ("or", [_, _, ..]) => arguments.Exists(IsTrue).ToString(),
            ("not", [var value]) => (!IsTrue(value)).ToString(),
            ("eq", [var one, var other]) => AreEqual(one, other).ToString(),
            ("ne", [var one, var other]) => (!AreEqual(one, other)).ToString(),
            _ => throw Unknown(),
        };
    }

    private string Variable()
    {
        Demand("[");
        var name = Value();
        Demand("]");
        return variable(name);
    }

    private List<string> Arguments()
    {
        Demand("(");
        var arguments = new List<string>();
        while (_tokens.TryPeek(out var next) && next != ")")
        {
            if (arguments.Count > 0) Demand(",");
            arguments.Add(Value());
        }
        Demand(")");
        return arguments;
    }

    private void Demand(string token)
    {
        if (!_tokens.TryDequeue(out var next) || next != token) throw Unknown();
    }

    private InvalidOperationException Unknown() => new($"the interpreter doesn't understand '{text}'");

    private static bool IsTrue(string value) => value == bool.TrueString;

    private static bool AreEqual(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"'[^']*'|[A-Za-z]+|\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}
