using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Marketplace.Api.GraphQL;

/// <summary>Where one request's plain fields are written before the answer is put together; reused by later requests.</summary>
internal sealed class JsonOutput : IBufferWriter<byte>, IDisposable
{
    // Unvalidated, because runs of fields are written without the object around them.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private const int Smallest = 16 * 1024;
    private const int LargestKept = 1024 * 1024;

    private readonly Utf8JsonWriter _runs;
    private byte[] _bytes = new byte[Smallest];
    private int _length;

    public JsonOutput()
    {
        _runs = new Utf8JsonWriter(this, Options);
        Answer = new Utf8JsonWriter(this, Options);
    }

    /// <summary>Writes the answer itself, once it is bound to the response.</summary>
    public Utf8JsonWriter Answer { get; }

    public ReadOnlySpan<byte> this[Range written] => _bytes.AsSpan(0, _length)[written];

    /// <summary>Writes the fields of one object, without its braces.</summary>
    public bool TryWrite(PlainRun run, object? source, Ask ask, out Range written) => Guarded(static (json, call) => call.run.Write(json, call.source, call.ask), (run, source, ask), out written);

    /// <summary>Writes a whole list of objects.</summary>
    public bool TryWrite(PlainRun run, IList list, bool nonNull, Ask ask, out Range written) => Guarded(WriteList, (run, list, nonNull, ask), out written);

    /// <summary>Makes ready for the next request; false when it has grown too large to be worth keeping.</summary>
    public bool Reset()
    {
        _length = 0;
        _runs.Reset(this);
        Answer.Reset(this);
        return _bytes.Length <= LargestKept;
    }

    public void Dispose()
    {
        _runs.Dispose();
        Answer.Dispose();
    }

    public void Advance(int count) => _length += count;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = _length + Math.Max(sizeHint, 256);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, 2 * _bytes.Length));
        }

        return _bytes.AsMemory(_length);
    }

    private static bool WriteList(Utf8JsonWriter json, (PlainRun Run, IList List, bool NonNull, Ask Ask) call)
    {
        json.WriteStartArray();
        for (var at = 0; at < call.List.Count; at++)
        {
            if (call.List[at] is not { } item)
            {
                if (call.NonNull)
                {
                    return false;
                }

                json.WriteNullValue();
                continue;
            }

            json.WriteStartObject();
            if (!call.Run.Write(json, item, call.Ask))
            {
                return false;
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        return true;
    }

    private bool Guarded<TCall>(Func<Utf8JsonWriter, TCall, bool> write, TCall call, out Range written)
    {
        var start = _length;
        bool whole;
        try
        {
            _runs.Reset(this);
            whole = write(_runs, call);
            _runs.Flush();
        }
        catch (Exception)
        {
            // Whatever a field threw, the ordinary path meets it again and reports it where it belongs.
            whole = false;
        }

        if (!whole)
        {
            _runs.Reset(this);
            _length = start;
        }

        written = start.._length;
        return whole;
    }
}
