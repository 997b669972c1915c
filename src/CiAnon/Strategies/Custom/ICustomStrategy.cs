using CiAnon.Catalogs;

namespace CiAnon.Strategies.Custom;

/// <summary>
/// A strategy of the team's own: a public class with a public constructor without parameters, in an assembly that a policy names
/// (<c>strategy: plugin</c>). What it declares is believed, and the report says so; what it makes is searched as any other result.
/// </summary>
public interface ICustomStrategy
{
    /// <summary>As the rule's option <c>name</c> has it.</summary>
    string Name { get; }

    /// <summary>One line for people.</summary>
    string Summary { get; }

    /// <summary>The column types that it fits. Values are the text that COPY has: <c>t</c> and <c>f</c>, ISO dates, <c>\x00ff</c>.</summary>
    TypeKind Types { get; }

    /// <summary>The same value gives the same pseudonym, under the same key and settings.</summary>
    bool IsDeterministic { get; }

    /// <summary>Distinct values get distinct pseudonyms. Without it, unique columns are refused.</summary>
    bool KeepsDistinct { get; }

    /// <summary>Makes the function for the columns that share a rule's options and a type.</summary>
    /// <exception cref="Exception">The settings or the type don't suit it: the message is shown, as no row was read yet.</exception>
    ICustomMask Create(CustomColumn column);
}
