using CsCheck;
using Seminar.Offer.Hours;

namespace Seminar.Offer.Tests;

/// <summary>A rule of opening hours with what it means, told apart from its text: what a reader finds with a pencil.</summary>
internal sealed record PencilRule(string Link, PencilRule.Days Dates, PencilRule.Days Weekdays, PencilRule.Minutes Times, PencilRule.Saying Said)
{
    private static readonly Days[] SomeDates =
    [
        new("", (_, _) => true), new("", (_, _) => true), new("Jul-Aug ", (day, _) => day.Month is 7 or 8), new("Sep-Jun: ", (day, _) => day.Month is not (7 or 8)),
        new("Feb,Dec 25 ", (day, _) => day.Month is 2 || day is { Month: 12, Day: 25 }), new("Dec 24-Jan 02 ", (day, _) => day is { Month: 12, Day: >= 24 } or { Month: 1, Day: <= 2 }),
    ];

    private static readonly Days[] SomeWeekdays =
    [
        new("", (_, _) => true), new("", (_, _) => true), new("Mo-Fr ", (day, _) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
        new("sa-MO ", (day, _) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday or DayOfWeek.Monday), new("PH ", (day, _) => IsHoliday(day)),
        new("Fr, SH ", (day, isSchoolHoliday) => day.DayOfWeek is DayOfWeek.Friday || isSchoolHoliday),
        new("PH,SH Mo,Tu ", (day, isSchoolHoliday) => day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday && (IsHoliday(day) || isSchoolHoliday)),
    ];

    private static readonly Minutes[] SomeTimes =
    [
        new("", 0, 1440), new("24/7 ", 0, 1440), new("09:00-12:00 ", 540, 720), new("22:00-02:30 ", 1320, 1590), new("11:15-18:00 ", 675, 1080), new("00:00-24:00 ", 0, 1440),
    ];

    private static readonly Saying[] SomeSayings =
    [
        new("", OpenStatus.Open), new("open", OpenStatus.Open), new("off", OpenStatus.Closed), new("closed \"congés\"", OpenStatus.Closed),
        new("\"sur rendez-vous ; ou, Mo || 09:00-10:00\"", OpenStatus.Unknown), new("unknown", OpenStatus.Unknown),
    ];

    /// <summary>Times or a word are needed; after a comma, times alone would be those of the rule before.</summary>
    public static Gen<PencilRule> Any { get; } = Gen.Select(
            Gen.OneOf("; ", ", ", " || "), Gen.OneOf(SomeDates), Gen.OneOf(SomeWeekdays), Gen.OneOf(SomeTimes), Gen.OneOf(SomeSayings),
            (link, dates, weekdays, times, said) => new PencilRule(link, dates, weekdays, times, said))
        .Where(rule => rule.Times.Text + rule.Said.Text != "" && (rule.Link != ", " || rule.Dates.Text + rule.Weekdays.Text != ""));

    private bool IsNote => Dates.Text + Weekdays.Text + Times.Text == "" && Said.Text.StartsWith('"') && Link == "; ";

    private bool HasTimes => (Times.From, Times.To) != (0, 1440);

    /// <summary>The first rule has nothing to be tied to.</summary>
    public static string Text(PencilRule[] rules) => string.Concat(rules.Select((rule, index) => $"{(index == 0 ? "" : rule.Link)}{rule.Dates.Text}{rule.Weekdays.Text}{rule.Times.Text}{rule.Said.Text}"));

    public static Func<int, OpenStatus> Painted(PencilRule[] rules, DateOnly day)
    {
        PencilRule[] tied = [rules[0] with { Link = "; " }, .. rules[1..]];
        var (today, before) = (Sure(tied, day), Sure(tied, day.AddDays(-1)));
        return minute => new[] { today(minute), before(minute + 1440) } switch
        {
            var both when tied.All(rule => rule.IsNote) || !both.Contains(OpenStatus.Open) && both.Contains(OpenStatus.Unknown) => OpenStatus.Unknown,
            var both => both.Contains(OpenStatus.Open) ? OpenStatus.Open : OpenStatus.Closed,
        };
    }

    private static Func<int, OpenStatus> Sure(PencilRule[] rules, DateOnly day)
    {
        var (atSchool, away) = (Paint(rules, day, isSchoolHoliday: false), Paint(rules, day, isSchoolHoliday: true));
        return minute => atSchool[minute] == away[minute] ? away[minute] : OpenStatus.Unknown;
    }

    private static OpenStatus[] Paint(PencilRule[] rules, DateOnly day, bool isSchoolHoliday)
    {
        var minutes = new OpenStatus[2 * 1440];
        foreach (var rule in rules.Where(rule => !rule.IsNote && rule.Dates.Hold(day, isSchoolHoliday) && rule.Weekdays.Hold(day, isSchoolHoliday)))
        {
            if (rule.Link == "; " && !(rule.Said.Status == OpenStatus.Closed && rule.HasTimes))
            {
                Array.Fill(minutes, OpenStatus.Closed);
            }

            for (var minute = rule.Times.From; minute < rule.Times.To; minute++)
            {
                minutes[minute] = rule.Link == " || " && minutes[minute] != OpenStatus.Closed ? minutes[minute] : rule.Said.Status;
            }
        }

        return minutes;
    }

    private static bool IsHoliday(DateOnly day) => FrenchHolidays.Of(day.Year).Contains(day);

    internal sealed record Days(string Text, Func<DateOnly, bool, bool> Hold);

    internal sealed record Minutes(string Text, int From, int To);

    internal sealed record Saying(string Text, OpenStatus Status);
}
