using System.Globalization;

namespace Seminar.Contracts.Themes;

/// <summary>
/// How long the house waits for a theme's answer before it goes on without it. A slow machine is no fault of a theme:
/// SEMINAR_PATIENCE says how many times longer than usual.
/// </summary>
internal static class ThemePatience
{
    private static readonly double Factor =
        double.TryParse(Environment.GetEnvironmentVariable("SEMINAR_PATIENCE"), NumberStyles.Float, CultureInfo.InvariantCulture, out var times) && times is >= 1 and <= 100
            ? times
            : 1;

    /// <summary>A limit in seconds, as long as this machine needs.</summary>
    public static TimeSpan Seconds(double usual) => TimeSpan.FromSeconds(usual * Factor);
}
