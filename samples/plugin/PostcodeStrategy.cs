using CiAnon.Catalogs;
using CiAnon.Strategies.Custom;

namespace Acme.Postcodes;

/// <summary>British postcodes: another one of the same form, in the area ZZ, which nobody lives in.</summary>
public sealed class PostcodeStrategy : ICustomStrategy
{
    public string Name => "uk_postcode";

    public string Summary => "replaces a British postcode by one of the area ZZ";

    public TypeKind Types => TypeKind.Text;

    public bool IsDeterministic => true;

    public bool KeepsDistinct => false;

    public ICustomMask Create(CustomColumn column)
    {
        if (column.MaxLength is < 7) throw new ArgumentException("a postcode needs 7 characters");
        return new PostcodeMask(column.Key.ToArray(), column.Settings == "compact");
    }
}
