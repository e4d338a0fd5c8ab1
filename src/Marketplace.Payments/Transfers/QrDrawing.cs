using System.Globalization;
using System.Text;
using QRCoder;

namespace Marketplace.Payments.Transfers;

/// <summary>Draws a QR code. Here and not in the storefront, because letters and papers need the same one.</summary>
public static class QrDrawing
{
    /// <summary>An SVG image of black squares on white with the quiet margin that the standard asks for, one unit for each square; it scales to any size.</summary>
    public static string Svg(string payload)
    {
        using var code = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var squares = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    squares.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
                }
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{squares}"/></svg>""");
    }
}
