using CiAnon.Catalogs;
using CiAnon.Keys;

namespace CiAnon.Strategies;

/// <summary>Lorem ipsum for notes, comments, bodies of messages.</summary>
public static class TextStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "text",
        "replaces free text by lorem ipsum of about its length",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "Latin words, never longer than the value, shorter by a word at most", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("Customer called twice about invoice 173 and was angry", "Labore nemo ipsum. Fugit enim inventore officia"),
        context => new LoremMask(new SipHash(context.Key.Hash), context.Type.MaxLength ?? int.MaxValue, context.AsciiOnly))
    {
        HasRoomPerColumn = true,
    };
}
