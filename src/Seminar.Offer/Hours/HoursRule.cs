namespace Seminar.Offer.Hours;

/// <summary>One rule of opening hours.</summary>
/// <param name="Dates">The part of the year that it speaks for; none means all of it.</param>
/// <param name="Days">The days that it speaks for; null means all of them.</param>
/// <param name="Times">The times that it speaks for; none means the whole day.</param>
/// <param name="Status">What it says of them.</param>
/// <param name="Link">What ties it to the rules before it.</param>
/// <param name="Remark">What is written between quotation marks.</param>
internal sealed record HoursRule(IReadOnlyList<YearSpan> Dates, DaysOfRule? Days, IReadOnlyList<TimeSpanOfDay> Times, OpenStatus Status, RuleLink Link, string? Remark)
{
    /// <summary>Whether what was said before of the day no longer counts; closed at some times, it stays as it was at others.</summary>
    public bool ReplacesTheDay => Link == RuleLink.Replaces && (Status != OpenStatus.Closed || Times.Count == 0);

    public bool SpeaksFor(HoursDay day) => (Dates.Count == 0 || Dates.Any(dates => dates.Holds(day.Date))) && (Days?.Hold(day) ?? true);

    public bool Holds(TimeSpan time) => Times.Count == 0 ? time < TimeSpan.FromDays(1) : Times.Any(span => span.Holds(time));
}

/// <summary>What ties a rule to those before it.</summary>
internal enum RuleLink
{
    /// <summary>A semicolon: for its days it counts instead of them.</summary>
    Replaces,

    /// <summary>A comma: it counts beside them.</summary>
    Adds,

    /// <summary>Two bars: it counts when they leave it closed.</summary>
    StandsIn,

    /// <summary>It is a remark and nothing else (« sur rendez-vous »): a note to the others, which changes none of them.</summary>
    Notes,
}

/// <summary>The days of a rule.</summary>
/// <param name="Weekdays">Monday first; seven.</param>
/// <param name="OnPublicHolidays">Whether it speaks for public holidays.</param>
/// <param name="OnSchoolHolidays">Whether it speaks for school holidays.</param>
/// <param name="OnlyWithin">Whether the weekdays are those of the holidays (<c>SH Mo-Fr</c>), rather than others besides (<c>Mo-Fr,SH</c>).</param>
internal sealed record DaysOfRule(IReadOnlyList<bool> Weekdays, bool OnPublicHolidays, bool OnSchoolHolidays, bool OnlyWithin)
{
    public bool Hold(HoursDay day)
    {
        var isHoliday = (OnPublicHolidays && day.IsPublicHoliday) || (OnSchoolHolidays && day.IsSchoolHoliday);
        var isWeekday = Weekdays[((int)day.Date.DayOfWeek + 6) % 7];
        return OnlyWithin ? isHoliday && isWeekday : isHoliday || isWeekday;
    }
}

/// <summary>From one day of the year to another, or from one month to another; past New Year when it ends before it begins.</summary>
internal sealed record YearSpan(DayOfYear From, DayOfYear To)
{
    public bool Holds(DateOnly date)
    {
        var (day, first, last) = (Number(date.Month, date.Day), Number(From.Month, From.Day ?? 1), Number(To.Month, To.Day ?? 31));
        return first <= last ? first <= day && day <= last : first <= day || day <= last;
    }

    private static int Number(int month, int day) => (month * 100) + day;
}

/// <summary>A day of any year; the whole month when no day is named.</summary>
internal sealed record DayOfYear(int Month, int? Day);

/// <summary>From one time of the day to another; past 24 hours when it ends the day after.</summary>
internal sealed record TimeSpanOfDay(TimeSpan From, TimeSpan To)
{
    public static TimeSpanOfDay Whole { get; } = new(TimeSpan.Zero, TimeSpan.FromDays(1));

    public bool Holds(TimeSpan time) => time >= From && time < To;
}
