using System.Text.Json;

namespace Marketplace.Api.GraphQL;

/// <summary>Writes values of one C# type, without boxing them.</summary>
internal abstract class ValueWriter<T>(bool nonNull)
{
    public bool Write(Utf8JsonWriter json, T value, Ask ask)
    {
        if (value is not null)
        {
            return WriteValue(json, value, ask);
        }

        if (nonNull)
        {
            return false;
        }

        json.WriteNullValue();
        return true;
    }

    protected abstract bool WriteValue(Utf8JsonWriter json, T value, Ask ask);
}

internal sealed class LeafWriter<T>(bool nonNull, Func<Utf8JsonWriter, T, bool> write) : ValueWriter<T>(nonNull)
{
    protected override bool WriteValue(Utf8JsonWriter json, T value, Ask ask) => write(json, value);
}

internal sealed class EnumWriter<T>(bool nonNull, IReadOnlyDictionary<T, JsonEncodedText> names) : ValueWriter<T>(nonNull)
    where T : struct, Enum
{
    protected override bool WriteValue(Utf8JsonWriter json, T value, Ask ask)
    {
        if (!names.TryGetValue(value, out var name))
        {
            return false;
        }

        json.WriteStringValue(name);
        return true;
    }
}

internal sealed class OptionalWriter<T>(bool nonNull, ValueWriter<T> inner) : ValueWriter<T?>(nonNull)
    where T : struct
{
    protected override bool WriteValue(Utf8JsonWriter json, T? value, Ask ask) => inner.Write(json, value.GetValueOrDefault(), ask);
}

internal sealed class ObjectWriter<T>(bool nonNull, PlainRun<T> fields) : ValueWriter<T>(nonNull)
{
    protected override bool WriteValue(Utf8JsonWriter json, T value, Ask ask)
    {
        json.WriteStartObject();
        var written = fields.WriteFields(json, value, ask);
        json.WriteEndObject();
        return written;
    }
}

internal sealed class ListWriter<TList, T>(bool nonNull, ValueWriter<T> item) : ValueWriter<TList>(nonNull)
    where TList : IEnumerable<T>
{
    protected override bool WriteValue(Utf8JsonWriter json, TList value, Ask ask)
    {
        json.WriteStartArray();
        if (value is IReadOnlyList<T> list)
        {
            for (var at = 0; at < list.Count; at++)
            {
                if (!item.Write(json, list[at], ask))
                {
                    return false;
                }
            }
        }
        else
        {
            foreach (var entry in value)
            {
                if (!item.Write(json, entry, ask))
                {
                    return false;
                }
            }
        }

        json.WriteEndArray();
        return true;
    }
}
