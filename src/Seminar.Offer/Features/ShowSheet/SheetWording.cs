using System.Globalization;
using Seminar.Contracts.Reference;
using Seminar.Offer.Hours;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;
using Seminar.Ui;

namespace Seminar.Offer.Features.ShowSheet;

/// <summary>What a sheet says, in French.</summary>
internal static class SheetWording
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    public static string Labels(Sheet sheet, string field) =>
        string.Join(", ", sheet.List(field).Select(value => Nomenclature.Label(field, value)));

    public static string? Price(Sheet sheet) => (sheet.Text("frais"), sheet.Text("frais_precisions")) switch
    {
        (null, null) => null,
        ({ } price, null) => Nomenclature.Label("frais", price),
        (null, { } detail) => detail,
        ({ } price, { } detail) => $"{Nomenclature.Label("frais", price)}. {detail}",
    };

    /// <summary>« 3 rue Neuve, bâtiment B, 46100 Figeac ».</summary>
    public static string? Address(Sheet sheet)
    {
        var town = $"{sheet.Text("code_postal")} {sheet.Text("commune")}".Trim();
        var parts = new[] { sheet.Text("adresse"), sheet.Text("complement_adresse"), town }.Where(part => !string.IsNullOrEmpty(part)).ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    public static string Distance(double kilometres) => kilometres < 1
        ? "à moins de 1\u00A0km"
        : $"à {kilometres.ToString(kilometres < 10 ? "0.#" : "0", Culture)}\u00A0km";

    /// <summary>« 2 heures », « 1,5 heure »: in French a plural begins at two.</summary>
    public static string Hours(double hours) => $"{hours.ToString("0.##", Culture)}\u00A0{(hours < 2 ? "heure" : "heures")}";

    /// <summary>The zone of eligibility: communes, intercommunalités, départements by their names; a region is never one.</summary>
    public static string Zones(Sheet sheet) => string.Join(", ", sheet.List("zone_eligibilite").Select(ZoneName));

    /// <summary>Opening hours by lines; as they are written when they say more than is understood.</summary>
    public static IReadOnlyList<string> Hours(Sheet sheet) => sheet.Text("horaires_accueil") is not { } text ? []
        : OpeningHours.Read(text) is { } hours ? FrenchHours.Lines(hours) : [Typography.Fix(text)];

    /// <summary>Whether it is open now; null when its hours are not known, not understood, or leave it open to question (« sur rendez-vous »).</summary>
    public static bool? IsOpen(Sheet sheet, DateTime now) => OpeningHours.Read(sheet.Text("horaires_accueil"))?.At(now) switch
    {
        OpenStatus.Open => true,
        OpenStatus.Closed => false,
        _ => null,
    };

    /// <summary>An address that a browser may open; whatever else a sheet may hold is text.</summary>
    public static bool IsWebAddress(string? text) => text is not null
        && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    private static string ZoneName(string code) => code switch
    {
        "france" => "toute la France",
        _ when Communes.Find(code) is { } commune => commune.FullName,
        _ when Communes.Epci.TryGetValue(code, out var epci) => epci,
        _ => Departements.NameOf(code),
    };

    public static string UpToDate(DateOnly day) => $"À jour au {French.Date(day)}";
}
