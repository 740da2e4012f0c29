using System.Globalization;
using Seminar.Contracts.Workshops;

namespace Seminar.Ui;

/// <summary>Figures, dates and names as a French reader expects them.</summary>
public static class French
{
    private const char NoBreakSpace = '\u00A0';

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>A whole number, thousands apart: 1 234.</summary>
    public static string Number(int number) => number.ToString("N0", Culture);

    /// <summary>A number with what it counts. French counts 0 and 1 in the singular.</summary>
    /// <param name="number">How many.</param>
    /// <param name="singular">One of them.</param>
    /// <param name="plural">Several of them; with an s by default.</param>
    public static string Count(int number, string singular, string? plural = null) =>
        $"{Number(number)}{NoBreakSpace}{Agree(number, singular, plural)}";

    /// <summary>The word alone, in the number that goes with a figure shown apart.</summary>
    /// <param name="number">How many.</param>
    /// <param name="singular">One of them.</param>
    /// <param name="plural">Several of them; with an s by default.</param>
    public static string Agree(int number, string singular, string? plural = null) =>
        Math.Abs(number) < 2 ? singular : plural ?? singular + "s";

    /// <summary>A day: 31 janvier 2027.</summary>
    public static string Date(DateOnly date) =>
        (date.Day == 1 ? $"1er{NoBreakSpace}" : $"{date.Day}{NoBreakSpace}") + date.ToString("MMMM yyyy", Culture);

    /// <summary>A moment, in Paris: 31 janvier 2027 à 10:45.</summary>
    public static string DateTime(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Paris);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))} à {local:HH\\:mm}";
    }

    /// <summary>Name of a family of badges.</summary>
    public static string FamilyName(Family family) => family switch
    {
        Family.MissionLocale => "Mission Locale",
        Family.Partner => "Partenaire",
        _ => "Jeune",
    };

    /// <summary>The letters that double a family's colour.</summary>
    public static string FamilyMark(Family family) => family switch
    {
        Family.MissionLocale => "ML",
        Family.Partner => "P",
        _ => "J",
    };

    /// <summary>Name of a role in a workshop's team.</summary>
    public static string RoleName(TeamRole role) => role switch
    {
        TeamRole.Facilitator => "Animation",
        TeamRole.CoFacilitator => "Appui à l’animation",
        TeamRole.Rapporteur => "Rapporteur",
        _ => "Suppléant",
    };
}
