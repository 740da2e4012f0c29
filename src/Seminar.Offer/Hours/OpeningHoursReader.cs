using System.Globalization;
using System.Text.RegularExpressions;

namespace Seminar.Offer.Hours;

/// <summary>Reads opening hours, rule by rule.</summary>
internal static partial class OpeningHoursReader
{
    private static readonly string[] DayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    public static OpeningHours? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var rules = new List<HoursRule>();
        foreach (var (part, adds) in Split(text))
        {
            if (ReadRule(part, adds) is not { } rule)
            {
                return null;
            }

            rules.Add(rule);
        }

        return rules.Count == 0 ? null : new OpeningHours(rules);
    }

    /// <summary>Rules stand between semicolons; one that adds to the former, after a comma and a space.</summary>
    private static IEnumerable<(string Part, bool Adds)> Split(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(rule => AddedRule().Split(rule).Select((part, index) => (part.Trim(), index > 0)));

    private static HoursRule? ReadRule(string text, bool adds)
    {
        if (Rule().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var days = new bool[7];
        var holidays = false;
        var selector = match.Groups["days"].Value;
        foreach (var part in selector.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "PH")
            {
                holidays = true;
            }
            else if (!Mark(days, part))
            {
                return null;
            }
        }

        if (selector.Length == 0)
        {
            Array.Fill(days, true);
        }

        var remark = match.Groups["remark"] is { Success: true } quoted ? quoted.Value : null;
        return ReadTimes(match.Groups["times"].Value, remark is not null) is { } times ? new HoursRule(days, holidays, times, adds, remark) : null;
    }

    private static bool Mark(bool[] days, string part)
    {
        var ends = part.Split('-');
        var from = Array.IndexOf(DayNames, ends[0]);
        var to = Array.IndexOf(DayNames, ends[^1]);
        if (from < 0 || to < 0 || ends.Length > 2)
        {
            return false;
        }

        for (var day = from; ; day = (day + 1) % 7)
        {
            days[day] = true;
            if (day == to)
            {
                return true;
            }
        }
    }

    private static List<TimeSpanOfDay>? ReadTimes(string text, bool hasRemark)
    {
        switch (text)
        {
            case "off" or "closed":
                return [];
            case "24/7":
                return [new TimeSpanOfDay(TimeSpan.Zero, TimeSpan.FromDays(1))];
            case "":
                return hasRemark ? [] : null;
        }

        var times = new List<TimeSpanOfDay>();
        foreach (var span in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = span.Split('-');
            if (ends.Length != 2 || Time(ends[0]) is not { } from || Time(ends[1]) is not { } to || from == to)
            {
                return null;
            }

            times.Add(new TimeSpanOfDay(from, to < from ? to + TimeSpan.FromDays(1) : to));
        }

        return times;
    }

    private static TimeSpan? Time(string text)
    {
        var parts = text.Trim().Split(':');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes < 60 && hours * 60 + minutes <= 24 * 60
            ? new TimeSpan(hours, minutes, 0)
            : null;
    }

    [GeneratedRegex("""^(?<days>(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?[, ]*)*):?\s*(?<times>off|closed|24/7|[\d:,\s-]*?)\s*(?:"(?<remark>[^"]*)")?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<=\d|off|closed|"")\s*,\s*(?=(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex AddedRule();
}
