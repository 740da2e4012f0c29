using System.Globalization;

namespace Seminar.Themes.EmploymentService.Features.Meetings;

/// <summary>What is announced of a meeting.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Kind">One of <see cref="MeetingForm.Kinds"/>.</param>
/// <param name="Territory">A commune, an employment area, a département.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="StartsAt"><c>HH:mm</c> in Paris; null for the whole day.</param>
/// <param name="EndsAt">As the start.</param>
/// <param name="Place">The room, or nothing.</param>
internal sealed record MeetingFields(string Title, string Kind, string Territory, DateOnly HeldOn, string? StartsAt, string? EndsAt, string Place)
{
    private const int LongestPlace = 200;

    /// <summary>Reads what browsers send: a day, and both hours or none.</summary>
    public static (MeetingFields Fields, IReadOnlyList<Refusal> Refusals) Read(MeetingForm form)
    {
        var rules = new FormRules();
        var fields = new MeetingFields(
            rules.Text("title", form.Title, 200, "le titre de la rencontre"), rules.OneOf("kind", form.Kind, MeetingForm.Kinds), rules.Text("territory", form.Territory, 150, "le territoire"),
            rules.Date("heldOn", form.HeldOn), Text(form.StartsAt), Text(form.EndsAt), form.Place?.Trim() ?? "");
        List<Refusal> refusals = [.. rules.Outcome.Refusals];
        if (!IsSpan(fields.StartsAt, fields.EndsAt))
        {
            refusals.Add(new Refusal("startsAt", "Donnez une heure de début et une heure de fin qui la suit, ou aucune des deux pour toute la journée."));
        }

        if (fields.Place.Length > LongestPlace)
        {
            refusals.Add(new Refusal("place", $"Donnez le lieu en {LongestPlace} caractères au plus\u00A0; il y en a {fields.Place.Length}."));
        }

        return (fields, refusals);
    }

    private static bool IsSpan(string? from, string? to) => (from, to) is (null, null) || (Time(from) is { } start && Time(to) is { } end && end > start);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
