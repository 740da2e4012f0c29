namespace Seminar.Ui.Tests.Look;

/// <summary>A colour as style sheets write it: OKLCH, with the contrast of WCAG between two of them.</summary>
internal readonly record struct Colour(double Lightness, double Chroma, double Hue)
{
    /// <summary>The ratio, from 1 to 21.</summary>
    public double ContrastWith(Colour other)
    {
        var (one, two) = (Luminance(), other.Luminance());
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>Relative luminance in sRGB. What a screen cannot show is clipped, as browsers do.</summary>
    private double Luminance()
    {
        var (a, b) = (Chroma * Math.Cos(Hue * Math.PI / 180), Chroma * Math.Sin(Hue * Math.PI / 180));
        var l = Math.Pow(Lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        var m = Math.Pow(Lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        var s = Math.Pow(Lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        var red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
        var green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
        var blue = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
        return 0.2126 * Math.Clamp(red, 0, 1) + 0.7152 * Math.Clamp(green, 0, 1) + 0.0722 * Math.Clamp(blue, 0, 1);
    }
}
