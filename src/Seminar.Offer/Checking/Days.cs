using System.Globalization;

namespace Seminar.Offer.Checking;

/// <summary>Days as files write them: ISO, with or without a time; day first; or the number of days that spreadsheets count since 1900.</summary>
internal static class Days
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "yyyyMMdd"];

    public static DateOnly? Read(object given) => given switch
    {
        DateTime moment => DateOnly.FromDateTime(moment),
        double number => FromNumber(number),
        string text => FromText(text.Trim()),
        _ => null,
    };

    private static DateOnly? FromText(string text)
    {
        if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        return text.Length > 10 && text[10] is 'T' or ' ' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DateOnly.FromDateTime(moment.DateTime)
            : null;
    }

    private static DateOnly? FromNumber(double number) => number is > 1 and < 100_000 ? DateOnly.FromDateTime(DateTime.FromOADate(number)) : null;
}
