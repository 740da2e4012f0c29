namespace Seminar.Offer.Hours;

/// <summary>The eleven public holidays of metropolitan France (Code du travail, article L3133-1).</summary>
internal static class FrenchHolidays
{
    public static IReadOnlyList<DateOnly> Of(int year)
    {
        var easter = Easter(year);
        return
        [
            new(year, 1, 1), easter.AddDays(1), new(year, 5, 1), new(year, 5, 8), easter.AddDays(39), easter.AddDays(50),
            new(year, 7, 14), new(year, 8, 15), new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        ];
    }

    /// <summary>Easter Sunday, after the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly Easter(int year)
    {
        var (century, ofCentury) = (year / 100, year % 100);
        var golden = year % 19;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var fromMarch = epact + toSunday - (7 * correction) + 114;
        return new DateOnly(year, fromMarch / 31, (fromMarch % 31) + 1);
    }
}
