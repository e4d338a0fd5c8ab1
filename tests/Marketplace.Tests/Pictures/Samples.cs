using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace Marketplace.Tests.Pictures;

/// <summary>Pictures as people send them, and files that only say they are some.</summary>
internal static class Samples
{
    /// <summary>The place where <see cref="Photographed"/> was taken, as it stands in the file.</summary>
    public const string Camera = "Xu Dua Camera 9000";

    /// <summary>Colours that run from edge to edge: red grows to the right, green to the bottom.</summary>
    public static Image Colours(int width, int height)
    {
        using var places = Image.Xyz(width, height);
        using var scaled = places * new[] { 255.0 / width, 255.0 / height };
        using var colours = scaled.Bandjoin(100);
        using var bytes = colours.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static byte[] Jpeg(int width, int height)
    {
        using var image = Colours(width, height);
        return image.JpegsaveBuffer(90);
    }

    public static byte[] Png(int width, int height)
    {
        using var image = Colours(width, height);
        return image.PngsaveBuffer();
    }

    public static byte[] WebP(int width, int height)
    {
        using var image = Colours(width, height);
        return image.WebpsaveBuffer(90);
    }

    public static byte[] Avif(int width, int height)
    {
        using var image = Colours(width, height);
        return image.HeifsaveBuffer(90, compression: Enums.ForeignHeifCompression.Av1, effort: 0);
    }

    /// <summary>With all that a telephone writes beside the pixels; a turn of 1 is upright, 6 must be turned clockwise to be so.</summary>
    public static byte[] Photographed(int width, int height, int turn = 1)
    {
        using var image = Colours(width, height);
        using var told = image.Mutate(file =>
        {
            file.Set(GValue.GIntType, "orientation", turn);
            file.Set(GValue.GStrType, "exif-ifd0-Model", Camera);
            file.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "10/1 14/1 36/1");
            file.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
            file.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes($"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">{Camera}</x:xmpmeta>"));
        });
        return told.JpegsaveBuffer(90);
    }

    /// <summary>A PNG whose header says that size, and whose one part of pixels, all black, is as long as <paramref name="rows"/> say.</summary>
    public static byte[] BlackPng(int width, int height, int rows)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);

        // One bit for a pixel, grey.
        header[8] = 1;
        WritePart(file, "IHDR", header);
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + ((width + 7) / 8)];
            for (var i = 0; i < rows; i++)
            {
                zlib.Write(row);
            }
        }

        WritePart(file, "IDAT", pixels.ToArray());
        WritePart(file, "IEND", []);
        return file.ToArray();
    }

    public static byte[] Noise(int bytes)
    {
        var noise = new byte[bytes];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static void WritePart(MemoryStream file, string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Sum(named));
        file.Write(number);
    }

    /// <summary>CRC-32, as PNG has it behind each part.</summary>
    private static uint Sum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var part in bytes)
        {
            sum ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
            }
        }

        return ~sum;
    }
}
