using System.Globalization;

namespace Seminar.Offer.Hours;

/// <summary>Opening hours in French.</summary>
internal static class FrenchHours
{
    private static readonly string[] DayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    /// <summary>One line a rule: « du lundi au vendredi : 8 h 30 – 12 h 30 et 14 h – 17 h ».</summary>
    public static IReadOnlyList<string> Lines(OpeningHours hours) => [.. hours.Rules.Select(Line)];

    private static string Line(HoursRule rule)
    {
        var days = Days(rule);
        var times = rule.Times switch
        {
            [] => rule.Remark is null ? "fermé" : "",
            [{ From.Ticks: 0, To.Days: 1 }] => "jour et nuit",
            _ => Join([.. rule.Times.Select(span => $"{Time(span.From)}\u00A0–\u00A0{Time(span.To)}")]),
        };
        var remark = rule.Remark is { } text ? $"«\u00A0{text}\u00A0»" : "";
        var said = string.Join(", ", new[] { times, remark }.Where(part => part.Length > 0));
        return days.Length == 0 ? said : $"{days}\u00A0: {said}";
    }

    private static string Days(HoursRule rule)
    {
        var named = rule.Days.All(day => day) ? ["tous les jours"] : Runs(rule.Days);
        return Join(rule.OnHolidays ? [.. named, "jours fériés"] : named);
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
