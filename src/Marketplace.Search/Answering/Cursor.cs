using System.Buffers.Binary;
using System.Buffers.Text;
using Marketplace.Core;
using Marketplace.Core.Search;

namespace Marketplace.Search.Answering;

/// <summary>A place in a sort order: the sort's value and the product's own place in the alphabet, which ends in its id.</summary>
internal readonly record struct Cursor(long Primary, byte[] Order)
{
    private const byte Format = 1;
    private const int HeadSize = 10;
    private const int IdSize = 16;
    private const int Longest = 4096;

    /// <summary>Bytes that compare as the names do in the Vietnamese alphabet, and end in the id.</summary>
    public static byte[] OrderOf(LocalizedText name, Guid id) => [.. Convert.FromHexString(VietnameseOrder.Key(name.Vi)), .. id.ToByteArray(bigEndian: true)];

    /// <summary>The id in which the order ends.</summary>
    public Guid Id => new(Order.AsSpan(Order.Length - IdSize), bigEndian: true);

    public string Encode(ProductSort sort)
    {
        var bytes = new byte[HeadSize + Order.Length];
        (bytes[0], bytes[1]) = (Format, (byte)sort);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), Primary);
        Order.CopyTo(bytes, HeadSize);
        return Base64Url.EncodeToString(bytes);
    }

    public static Cursor Decode(string text, ProductSort sort)
    {
        if (text.Length is 0 or > Longest || !Base64Url.IsValid(text))
        {
            throw new InvalidCursorException();
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length < HeadSize + IdSize || bytes[0] != Format || bytes[1] != (byte)sort
            ? throw new InvalidCursorException()
            : new Cursor(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(2)), bytes[HeadSize..]);
    }
}
