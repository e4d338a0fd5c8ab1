using System.Text.Json;

namespace Marketplace.Api.GraphQL;

/// <summary>Writes one field of a source object, name and value.</summary>
internal abstract class FieldWriter;

/// <summary>False means that the value may not be written: the ordinary path then finds out why, and reports it.</summary>
internal abstract class FieldWriter<T>(JsonEncodedText name) : FieldWriter
{
    protected JsonEncodedText Name => name;

    public abstract bool Write(Utf8JsonWriter json, T source, Ask ask);
}

internal sealed class MemberWriter<T, TValue>(JsonEncodedText name, Func<T, Ask, TValue> read, ValueWriter<TValue> value) : FieldWriter<T>(name)
{
    public override bool Write(Utf8JsonWriter json, T source, Ask ask)
    {
        json.WritePropertyName(Name);
        return value.Write(json, read(source, ask), ask);
    }
}

internal sealed class TypeNameWriter<T>(JsonEncodedText name, JsonEncodedText typeName) : FieldWriter<T>(name)
{
    public override bool Write(Utf8JsonWriter json, T source, Ask ask)
    {
        json.WriteString(Name, typeName);
        return true;
    }
}

/// <summary>Neighbouring plain fields of one object.</summary>
internal abstract class PlainRun
{
    /// <summary>False as for <see cref="FieldWriter{T}"/>, and for a source of another type.</summary>
    public abstract bool Write(Utf8JsonWriter json, object? source, Ask ask);
}

internal sealed class PlainRun<T>(FieldWriter<T>[] fields) : PlainRun
{
    public override bool Write(Utf8JsonWriter json, object? source, Ask ask) => source is T typed && WriteFields(json, typed, ask);

    public bool WriteFields(Utf8JsonWriter json, T source, Ask ask)
    {
        foreach (var field in fields)
        {
            if (!field.Write(json, source, ask))
            {
                return false;
            }
        }

        return true;
    }
}
