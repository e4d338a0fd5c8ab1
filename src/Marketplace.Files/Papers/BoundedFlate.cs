using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Marketplace.Files.Papers;

/// <summary>
/// Unpacks the streams in which a PDF keeps its own objects, and no others: a megabyte can be packed a thousandfold. Of one document, for one look.
/// </summary>
/// <param name="mostObjects">Objects that may be packed in all.</param>
internal sealed class BoundedFlate(int mostObjects) : BaseFilterProvider(FiltersOf(mostObjects))
{
    private static Dictionary<string, IFilter> FiltersOf(int mostObjects)
    {
        var flate = new Filter(mostObjects);
        return new(StringComparer.Ordinal) { ["FlateDecode"] = flate, ["Fl"] = flate };
    }

    private sealed class Filter(int mostObjects) : IFilter
    {
        private const long MostBytes = 64 << 20;

        private readonly FlateFilter _flate = new();
        private long _bytes;
        private long _objects;

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            _objects += streamDictionary.Data.TryGetValue("N", out var packed) && packed is NumericToken { Int: > 0 } count ? count.Int : 0;
            _bytes += LengthOf(input, MostBytes - _bytes);
            return _objects > mostObjects || _bytes > MostBytes ? throw new TooMuchInsideException() : _flate.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>How much is packed in it; more than <paramref name="most"/> is not counted to the end.</summary>
        private static long LengthOf(Memory<byte> input, long most)
        {
            var length = 0L;
            try
            {
                using var packed = new MemoryStream(input.ToArray(), writable: false);
                using var plain = new ZLibStream(packed, CompressionMode.Decompress);
                var buffer = new byte[1 << 16];
                for (int read; length <= most && (read = plain.Read(buffer)) > 0;)
                {
                    length += read;
                }
            }
            catch (InvalidDataException)
            {
                // The library makes what it can of the rest, and no more than this.
            }

            return length;
        }
    }
}

/// <summary>A document holds more than is looked through.</summary>
internal sealed class TooMuchInsideException : Exception;
