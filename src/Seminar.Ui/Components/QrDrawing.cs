using System.Globalization;
using System.Text;
using QRCoder;

namespace Seminar.Ui;

/// <summary>A QR code (level M, quiet zone of four modules) as an SVG path.</summary>
/// <param name="Size">Modules a side, quiet zone included.</param>
/// <param name="Path">The dark modules, one rectangle a run.</param>
public sealed record QrDrawing(int Size, string Path)
{
    /// <summary>Draws a text.</summary>
    /// <param name="text">What the code carries.</param>
    public static QrDrawing Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder(rows.Count * rows.Count * 2);
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}z");
                }
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }
}
