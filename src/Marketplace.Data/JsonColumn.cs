using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Data;

/// <summary>A value that is read and written whole, kept as JSON in one column. Nothing asks the database about its parts.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        // A column is no web page: Vietnamese stays readable there.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static PropertyBuilder<T> Json<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => Write(value), json => Read<T>(json)),
            new ValueComparer<T>((left, right) => Write(left) == Write(right), value => StringComparer.Ordinal.GetHashCode(Write(value)), value => value));
        return property;
    }

    /// <summary>As <see cref="Json"/>; null where there is no value.</summary>
    public static PropertyBuilder<T?> OptionalJson<T>(this PropertyBuilder<T?> property)
        where T : class
    {
        property.HasConversion(
            new ValueConverter<T?, string?>(value => value == null ? null : Write(value), json => json == null ? null : Read<T>(json)),
            new ValueComparer<T?>((left, right) => Write(left) == Write(right), value => StringComparer.Ordinal.GetHashCode(Write(value)), value => value));
        return property;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Form);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Form) ?? throw new JsonException("The column holds null.");
}
