using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Data;

/// <summary>
/// How SQL Server compares text. Every column says it, so that nothing hangs on how the server or the database was set up.
/// SQLite needs no word: it compares byte by byte, and lists of names are ordered by a key everywhere (docs/adr/0008).
/// </summary>
public static class Collations
{
    /// <summary>Codes, slugs and certificate numbers: byte by byte.</summary>
    public const string Code = "Latin1_General_100_BIN2";

    /// <summary>Names and texts: as a Vietnamese dictionary does, without regard to case.</summary>
    public const string Name = "Vietnamese_100_CI_AS";

    internal static void Apply(ModelBuilder model, DatabaseFacade database)
    {
        if (database.ProviderName?.EndsWith(".SqlServer", StringComparison.Ordinal) != true)
        {
            return;
        }

        foreach (var property in model.Model.GetEntityTypes().SelectMany(Properties).Where(IsText))
        {
            property.SetCollation(IsCode(property) ? Code : Name);
        }
    }

    private static IEnumerable<IMutableProperty> Properties(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(part => Properties(part.ComplexType)));

    private static bool IsText(IMutableProperty property) =>
        property.ClrType == typeof(string) || property.GetProviderClrType() == typeof(string) || property.GetValueConverter()?.ProviderClrType == typeof(string)
        || property.IsPrimitiveCollection;

    /// <summary>ASCII, or told apart by itself; and whatever refers to such a column, since both ends of a reference compare alike.</summary>
    private static bool IsCode(IMutableProperty property) =>
        property.IsUnicode() == false
        || property.GetContainingIndexes().Any(index => index is { IsUnique: true, Properties.Count: 1 })
        || property.GetContainingForeignKeys().Any(key => key.PrincipalKey.Properties.Zip(key.Properties).Any(ends => ends.Second == property && IsCode(ends.First)));
}
