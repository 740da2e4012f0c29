namespace Seminar.People.Features.Sessions;

/// <summary>The day of a seminar, as clocks show it in Paris.</summary>
internal static class SeminarDay
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The midnight that ends the day of a moment.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset moment)
    {
        var midnight = TimeZoneInfo.ConvertTime(moment, Paris).Date.AddDays(1);
        return new DateTimeOffset(midnight, Paris.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The day of a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Paris).Date);
}
