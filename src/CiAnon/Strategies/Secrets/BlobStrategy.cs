using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Secrets;

/// <summary>Files in columns: pictures, documents, ciphertexts.</summary>
public static class BlobStrategy
{
    private static readonly OptionDefinition Content = new("content", OptionType.Choice,
        "png: a picture of one grey point; pdf: an empty page; random: as many random bytes; auto: png for PNG, JPEG, GIF and WebP, pdf for PDF, random for all others", "auto",
        Choices: ["auto", "png", "pdf", "random"]);

    public static readonly StrategyDefinition Definition = new(
        "blob",
        "replaces bytes by a placeholder that still opens, or by random bytes of the same length",
        TypeKind.Binary,
        [Content, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "a picture, a document or bytes that say nothing", Reversible: false, Hides: null, LooksLike: [PersonalKind.Token]),
        new StrategyExample("\\x48616c6c6f", "\\x9deac6adda", Kind: TypeKind.Binary),
        context => new BlobMask(new SipHash(context.Key.Hash), context.Options[Content]!));
}
