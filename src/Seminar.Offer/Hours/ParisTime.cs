namespace Seminar.Offer.Hours;

/// <summary>The time that opening hours speak of.</summary>
internal static class ParisTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTime InParis(this TimeProvider clock) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Paris).DateTime;

    public static DateOnly TodayInParis(this TimeProvider clock) => DateOnly.FromDateTime(clock.InParis());
}
