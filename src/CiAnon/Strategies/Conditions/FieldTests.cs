using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies.Fixed;

namespace CiAnon.Strategies.Conditions;

/// <summary>Makes tests for a column's type.</summary>
internal static class FieldTests
{
    private const TypeKind Ordered = TypeKind.Integer | TypeKind.Decimal | TypeKind.Date | TypeKind.Timestamp;

    /// <param name="asciiOnly">Values aren't UTF-8: of what lies beyond ASCII nothing can be told.</param>
    /// <param name="problem">Set when the result is null: why the test doesn't fit the type.</param>
    public static FieldTest? Compile(RowTest test, ColumnType type, bool asciiOnly, out string? problem)
    {
        problem = null;
        switch (test.Operator)
        {
            case RowOperator.IsNull:
                return new NullTest(test.Operands[0] == "true");
            case RowOperator.Matches:
                if (MatchTest.Compile(test.Operands[0]) is { } pattern) return new MatchTest(pattern, asciiOnly);
                problem = "'matches' takes a regular expression without backreferences and lookarounds";
                return null;
        }
        problem = test.Operands.Select(operand => (operand, Problem: ConstantCheck.Problem(operand, type)))
            .Where(pair => pair.Problem is not null).Select(pair => $"'{pair.operand}' {pair.Problem}").FirstOrDefault();
        if (problem is null && asciiOnly && test.Operands.FirstOrDefault(operand => !Ascii.IsValid(operand)) is { } beyond)
            problem = $"'{beyond}' can't be compared, as the dump's encoding isn't UTF-8";
        if (problem is not null) return null;

        if ((type.Kind & Ordered) != TypeKind.None && type.BaseName != "money")
        {
            var values = test.Operands.Select(operand => OrderedValue.Parse(Encoding.UTF8.GetBytes(operand))).ToList();
            if (values.TrueForAll(value => value is not null)) return new OrderTest(test.Operator, [.. values.Select(value => value!.Value)]);
            problem = "what it is compared with is no number or moment";
            return null;
        }
        if (test.Operator is RowOperator.Equals or RowOperator.In)
            return new EqualTest([.. test.Operands.Select(operand => Encoding.UTF8.GetBytes(type.Kind == TypeKind.Boolean ? Boolean(operand) : operand))], type.BaseName == "bpchar");
        problem = "only numbers, dates and timestamps can be smaller or larger";
        return null;
    }

    // COPY writes t and f.
    private static string Boolean(string word) => word.ToLowerInvariant() is "t" or "true" or "y" or "yes" or "on" or "1" ? "t" : "f";
}
