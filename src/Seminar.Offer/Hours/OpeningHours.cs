namespace Seminar.Offer.Hours;

/// <summary>
/// Opening hours, as OpenStreetMap writes them (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification). The part that producers
/// use is understood: months and dates, days and ranges of days, public and school holidays, several times a day, past midnight, <c>off</c>,
/// <c>open</c>, <c>24/7</c>, a remark between quotation marks, rules that add to others or stand in for them.
/// </summary>
/// <param name="Rules">Each speaks for some days; the last one that speaks for a day decides, or adds to those before.</param>
internal sealed record OpeningHours(IReadOnlyList<HoursRule> Rules)
{
    /// <summary>Reads a text; null when it says more than this part of the language, or nothing.</summary>
    public static OpeningHours? Read(string? text) => OpeningHoursReader.Read(text);

    /// <summary>Whether it is open at that moment, local time. What began the day before goes on past midnight, whatever this day says.</summary>
    public OpenStatus At(DateTime moment)
    {
        var day = DateOnly.FromDateTime(moment);
        var today = Of(day, moment.TimeOfDay);
        var sinceYesterday = Of(day.AddDays(-1), moment.TimeOfDay + TimeSpan.FromDays(1));
        return today == OpenStatus.Closed || sinceYesterday == OpenStatus.Open ? sinceYesterday : today;
    }

    /// <summary>School holidays are not known here: where they make a difference, nobody can say.</summary>
    private OpenStatus Of(DateOnly date, TimeSpan time)
    {
        var isPublicHoliday = FrenchHolidays.Of(date.Year).Contains(date);
        var atSchool = Of(new HoursDay(date, isPublicHoliday, IsSchoolHoliday: false), time);
        var away = Of(new HoursDay(date, isPublicHoliday, IsSchoolHoliday: true), time);
        return atSchool == away ? away : OpenStatus.Unknown;
    }

    private OpenStatus Of(HoursDay day, TimeSpan time)
    {
        // Without rules that a note could go with, it is all that is known.
        if (Rules.All(rule => rule.Link == RuleLink.Notes))
        {
            return OpenStatus.Unknown;
        }

        var speaking = Rules.Where(rule => rule.Link != RuleLink.Notes && rule.SpeaksFor(day)).ToList();
        return speaking.Skip(speaking.FindLastIndex(rule => rule.ReplacesTheDay)).Where(rule => rule.Holds(time)).Aggregate(OpenStatus.Closed, After);
    }

    private static OpenStatus After(OpenStatus before, HoursRule rule) =>
        rule.Link == RuleLink.StandsIn && before != OpenStatus.Closed ? before : rule.Status;
}

/// <summary>Whether it is open.</summary>
internal enum OpenStatus
{
    /// <summary>No rule says that it is open, or one says that it is not.</summary>
    Closed,

    /// <summary>A rule says so.</summary>
    Open,

    /// <summary>It depends on what only the remark tells, or on school holidays.</summary>
    Unknown,
}

/// <summary>A day, and what it is to those who have holidays.</summary>
internal readonly record struct HoursDay(DateOnly Date, bool IsPublicHoliday, bool IsSchoolHoliday);
