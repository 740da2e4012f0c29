using System.Globalization;
using Seminar.Ui;

namespace Seminar.Offer.Hours;

/// <summary>Opening hours in French.</summary>
internal static class FrenchHours
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly string[] DayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    /// <summary>One line a rule: « du lundi au vendredi : 8 h 30 – 12 h 30 et 14 h – 17 h ».</summary>
    public static IReadOnlyList<string> Lines(OpeningHours hours) => [.. hours.Rules.Select(Line)];

    private static string Line(HoursRule rule)
    {
        var when = When(rule);
        return when.Length == 0 ? Said(rule) : $"{when}\u00A0: {Said(rule)}";
    }

    private static string When(HoursRule rule)
    {
        var named = new[] { rule.Link == RuleLink.StandsIn ? "sinon" : "", Join([.. rule.Dates.Select(Dates)]), Days(rule.Days) };
        return rule.Link == RuleLink.Notes ? "" : string.Join(", ", named.Where(part => part.Length > 0).DefaultIfEmpty("tous les jours"));
    }

    private static string Said(HoursRule rule)
    {
        var said = rule switch
        {
            { Status: OpenStatus.Closed, Times: [] } => "fermé",
            { Status: OpenStatus.Closed } => $"fermé {Join([.. rule.Times.Select(span => $"de {Time(span.From)} à {Time(span.To)}")])}",
            { Status: OpenStatus.Open, Times: [] } => "jour et nuit",
            _ => Join([.. rule.Times.Select(span => $"{Time(span.From)}\u00A0–\u00A0{Time(span.To)}")]),
        };
        var remark = rule.Remark is { } text ? $"«\u00A0{Typography.Fix(text)}\u00A0»" : rule.Status == OpenStatus.Unknown ? "à confirmer" : "";
        return string.Join(", ", new[] { said, remark }.Where(part => part.Length > 0));
    }

    private static string Dates(YearSpan span) => span switch
    {
        { From.Day: null } when span.From == span.To => Month(span.From),
        { From.Day: null } => $"{(Month(span.From)[0] is 'a' or 'o' ? "d’" : "de ")}{Month(span.From)} à {Month(span.To)}",
        _ when span.From == span.To => $"{DayOfMonth(span.From)}\u00A0{Month(span.From)}",
        _ when span.From.Month == span.To.Month => $"du {DayOfMonth(span.From)} au {DayOfMonth(span.To)}\u00A0{Month(span.To)}",
        _ => $"du {DayOfMonth(span.From)}\u00A0{Month(span.From)} au {DayOfMonth(span.To)}\u00A0{Month(span.To)}",
    };

    private static string Month(DayOfYear day) => Culture.DateTimeFormat.MonthNames[day.Month - 1];

    private static string DayOfMonth(DayOfYear day) => day.Day == 1 ? "1er" : $"{day.Day}";

    private static string Days(DaysOfRule? days)
    {
        if (days is null)
        {
            return "";
        }

        var weekdays = days.Weekdays.All(day => day) ? ["tous les jours"] : Runs(days.Weekdays);
        var holidays = new[] { days.OnPublicHolidays ? "jours fériés" : "", days.OnSchoolHolidays ? "vacances scolaires" : "" }.Where(name => name.Length > 0);
        return days.OnlyWithin ? $"{Join([.. holidays])}, {Join(weekdays)}" : Join([.. weekdays, .. holidays]);
    }

    /// <summary>Three days or more that follow each other read as one range, past Sunday too.</summary>
    private static List<string> Runs(IReadOnlyList<bool> days)
    {
        var runs = new List<string>();
        var first = Enumerable.Range(0, 7).FirstOrDefault(day => days[day] && !days[(day + 6) % 7], -1);
        if (first < 0)
        {
            return runs;
        }

        for (var step = 0; step < 7; step++)
        {
            var from = (first + step) % 7;
            if (!days[from])
            {
                continue;
            }

            var length = Enumerable.Range(0, 7 - step).TakeWhile(next => days[(from + next) % 7]).Count();
            runs.AddRange(length > 2
                ? [$"du {DayNames[from]} au {DayNames[(from + length - 1) % 7]}"]
                : Enumerable.Range(0, length).Select(next => DayNames[(from + next) % 7]));
            step += length;
        }

        return runs;
    }

    private static string Time(TimeSpan time)
    {
        var hours = (int)time.TotalHours % 24;
        var shown = time.TotalHours == 24 ? 24 : hours;
        return time.Minutes == 0 ? $"{shown}\u00A0h" : string.Create(CultureInfo.InvariantCulture, $"{shown}\u00A0h\u00A0{time.Minutes:00}");
    }

    private static string Join(List<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} et {parts[^1]}";
}
