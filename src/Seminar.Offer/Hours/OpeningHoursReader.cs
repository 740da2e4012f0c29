using System.Globalization;
using System.Text.RegularExpressions;

namespace Seminar.Offer.Hours;

/// <summary>Reads opening hours, word by word. Whatever is not understood is left unread, so that the whole is refused at its end.</summary>
internal sealed partial class OpeningHoursReader
{
    private static readonly string[] DayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH"];
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly IReadOnlyList<string> _words;
    private int _next;

    private OpeningHoursReader(IReadOnlyList<string> words) => _words = words;

    private bool IsAtEnd => _next == _words.Count;

    public static OpeningHours? Read(string? text) =>
        Words().Match(text ?? "") is { Success: true } words ? new OpeningHoursReader([.. words.Groups["word"].Captures.Select(word => word.Value)]).ReadRules() : null;

    private OpeningHours? ReadRules()
    {
        var rules = new List<HoursRule>();
        for (RuleLink? link = RuleLink.Replaces; link is { } tie; link = ReadLink())
        {
            if (ReadRule(tie) is not { } rule)
            {
                return null;
            }

            rules.Add(rule);
        }

        return IsAtEnd ? new OpeningHours(rules) : null;
    }

    /// <summary>What ties the next rule to those before it; null when none follows. A semicolon too many at the end harms nobody.</summary>
    private RuleLink? ReadLink()
    {
        if (!Take(";"))
        {
            return Take("||") ? RuleLink.StandsIn : Take(",") ? RuleLink.Adds : null;
        }

        while (Take(";"))
        {
        }

        return IsAtEnd ? null : RuleLink.Replaces;
    }

    private HoursRule? ReadRule(RuleLink link)
    {
        var dates = ReadDates();
        Take(":");
        var days = ReadDays();
        Take(":");
        var times = ReadTimes();
        var status = ReadStatus();
        var remark = ReadRemark();
        // In OpenStreetMap days alone mean day and night; whoever writes them here has forgotten the hours.
        if (times is null && status is null && remark is null)
        {
            return null;
        }

        var isNote = link != RuleLink.StandsIn && dates.Count == 0 && days is null && times is null && status is null;
        return new HoursRule(dates, days, times ?? [], status ?? (remark is null ? OpenStatus.Open : OpenStatus.Unknown), isNote ? RuleLink.Notes : link, remark);
    }

    /// <summary><c>Jul-Aug</c>, <c>Dec 25</c>, <c>Dec 25,26</c>, <c>Dec 24-Jan 02</c>.</summary>
    private List<YearSpan> ReadDates()
    {
        YearSpan? last = null;
        return ReadList(() => last = ReadYearSpan(last?.To));
    }

    private YearSpan? ReadYearSpan(DayOfYear? before)
    {
        var from = ReadDayOfYear(before);
        var to = Take("-") ? ReadDayOfYear(from) : from;
        return from is null || to is null || (from.Day is null) != (to.Day is null) ? null : new YearSpan(from, to);
    }

    /// <summary>A month and perhaps its day; a day alone is of the month named before.</summary>
    private DayOfYear? ReadDayOfYear(DayOfYear? before)
    {
        if (TakeOneOf(MonthNames) is { } month)
        {
            return TakeNumber() is { } dayOfMonth ? Day(month + 1, dayOfMonth) : new DayOfYear(month + 1, null);
        }

        return before is { Day: not null } && TakeNumber() is { } day ? Day(before.Month, day) : null;
    }

    private static DayOfYear? Day(int month, int day) => day >= 1 && day <= DateTime.DaysInMonth(2024, month) ? new DayOfYear(month, day) : null;

    /// <summary><c>Mo-Fr</c>, <c>Mo,We</c>, <c>PH</c>, <c>Mo-Fr,PH</c> (both), <c>SH Mo-Fr</c> (those of the holidays).</summary>
    private DaysOfRule? ReadDays()
    {
        var named = ReadDayList();
        var ofHolidays = named.TrueForAll(IsHoliday) ? ReadDayList() : [];
        var all = named.Concat(ofHolidays).Select(day => DayNames[day]).ToHashSet();
        return all.Count == 0 ? null
            : new DaysOfRule([.. DayNames[..7].Select(all.Contains)], all.Contains("PH"), all.Contains("SH"), !ofHolidays.TrueForAll(IsHoliday));
    }

    private List<int> ReadDayList() => [.. ReadList(ReadDayRange).SelectMany(days => days)];

    private List<int>? ReadDayRange()
    {
        if (TakeOneOf(DayNames) is not { } from)
        {
            return null;
        }

        if (IsHoliday(from) || !Take("-"))
        {
            return [from];
        }

        return TakeOneOf(DayNames) is { } to && !IsHoliday(to) ? [.. Enumerable.Range(from, ((to - from + 7) % 7) + 1).Select(day => day % 7)] : null;
    }

    private static bool IsHoliday(int day) => day >= 7;

    /// <summary>None when it is the whole day; null when no time is named.</summary>
    private List<TimeSpanOfDay>? ReadTimes()
    {
        if (Take("24/7"))
        {
            return [];
        }

        var times = ReadList(ReadTimeSpan);
        return times.Contains(TimeSpanOfDay.Whole) ? [] : times.Count == 0 ? null : times;
    }

    private TimeSpanOfDay? ReadTimeSpan()
    {
        if (TakeTime() is not { } from || !Take("-") || TakeTime() is not { } to || from == to)
        {
            return null;
        }

        return new TimeSpanOfDay(from, to < from ? to + TimeSpan.FromDays(1) : to);
    }

    private OpenStatus? ReadStatus() => Take("off") || Take("closed") ? OpenStatus.Closed
        : Take("open") ? OpenStatus.Open
        : Take("unknown") ? OpenStatus.Unknown
        : null;

    private string? ReadRemark()
    {
        if (IsAtEnd || _words[_next][0] != '"')
        {
            return null;
        }

        return _words[_next++].Trim('"').Trim() is { Length: > 0 } remark ? remark : null;
    }

    /// <summary>What stands between commas; a comma that something else follows is left where it is.</summary>
    private List<T> ReadList<T>(Func<T?> read)
        where T : class
    {
        var list = new List<T>();
        for (var before = _next; list.Count == 0 || Take(","); before = _next)
        {
            if (read() is not { } item)
            {
                _next = before;
                break;
            }

            list.Add(item);
        }

        return list;
    }

    private bool Take(string word)
    {
        var isNext = !IsAtEnd && string.Equals(_words[_next], word, StringComparison.OrdinalIgnoreCase);
        _next += isNext ? 1 : 0;
        return isNext;
    }

    private int? TakeOneOf(string[] names)
    {
        var index = Array.FindIndex(names, Take);
        return index < 0 ? null : index;
    }

    private int? TakeNumber()
    {
        if (IsAtEnd || !int.TryParse(_words[_next], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        _next++;
        return number;
    }

    private TimeSpan? TakeTime()
    {
        if (IsAtEnd || _words[_next].Split(':') is not [var first, var second]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
        {
            return null;
        }

        _next++;
        var time = new TimeSpan(hours, minutes, 0);
        return minutes < 60 && time <= TimeSpan.FromDays(1) ? time : null;
    }

    [GeneratedRegex("""^(?>\s*(?<word>"[^"]*"|24/7|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}|[A-Za-z]+|\|\||[-,;:]))*\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
