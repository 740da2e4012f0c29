namespace Seminar.Offer.Hours;

/// <summary>
/// Opening hours, as OpenStreetMap writes them (https://wiki.openstreetmap.org/wiki/Key:opening_hours). The part that producers use is
/// understood: days and ranges of days, public holidays, several times a day, past midnight, <c>off</c>, <c>24/7</c>, a remark between quotation marks.
/// </summary>
/// <param name="Rules">Each speaks for some days; the last one that speaks for a day decides, or adds to those before.</param>
internal sealed record OpeningHours(IReadOnlyList<HoursRule> Rules)
{
    /// <summary>Reads a text; null when it says more than this part of the language, or nothing.</summary>
    public static OpeningHours? Read(string? text) => OpeningHoursReader.Read(text);

    /// <summary>Whether it is open at that moment, local time.</summary>
    public bool IsOpen(DateTime moment) => TimesOf(DateOnly.FromDateTime(moment)).Any(span => span.Holds(moment.TimeOfDay))
        || TimesOf(DateOnly.FromDateTime(moment).AddDays(-1)).Any(span => span.Holds(moment.TimeOfDay + TimeSpan.FromDays(1)));

    /// <summary>When it is open on a day.</summary>
    public IReadOnlyList<TimeSpanOfDay> TimesOf(DateOnly day)
    {
        var isHoliday = FrenchHolidays.Of(day.Year).Contains(day);
        IReadOnlyList<TimeSpanOfDay> times = [];
        foreach (var rule in Rules.Where(rule => rule.SpeaksFor(day, isHoliday)))
        {
            times = rule.Adds ? [.. times, .. rule.Times] : rule.Times;
        }

        return times;
    }
}

/// <summary>One rule.</summary>
/// <param name="Days">The days of the week, Monday first; seven.</param>
/// <param name="OnHolidays">Whether it speaks for public holidays.</param>
/// <param name="Times">When it is open; none means closed.</param>
/// <param name="Adds">Whether it adds to what stands before instead of replacing it.</param>
/// <param name="Remark">What is written between quotation marks.</param>
internal sealed record HoursRule(IReadOnlyList<bool> Days, bool OnHolidays, IReadOnlyList<TimeSpanOfDay> Times, bool Adds, string? Remark)
{
    /// <summary>A rule that names holidays alone says nothing of other days.</summary>
    public bool SpeaksFor(DateOnly day, bool isHoliday) => (isHoliday && OnHolidays) || Days[((int)day.DayOfWeek + 6) % 7];
}

/// <summary>From one time of the day to another; past 24 hours when it ends the day after.</summary>
internal sealed record TimeSpanOfDay(TimeSpan From, TimeSpan To)
{
    public bool Holds(TimeSpan time) => time >= From && time < To;
}
