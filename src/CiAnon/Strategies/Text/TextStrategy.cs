using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Text;

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
        Compile)
    {
        HasRoomPerColumn = true,
    };

    private static Compilation Compile(StrategyContext context)
    {
        var room = context.Type.MaxLength ?? int.MaxValue;
        return new Compilation(new LoremMask(new SipHash(context.Key.Hash), room, context.AsciiOnly), null)
        {
            Cut = room < Lorem.LongestWord ? $"has room for {room} {(room == 1 ? "character" : "characters")}, less than a word of it" : null,
        };
    }
}
