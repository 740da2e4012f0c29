using System.Globalization;

namespace Seminar.Themes.EmploymentService.Features.Meetings;

/// <summary>When and where a meeting is.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="StartsAt"><c>HH:mm</c> in Paris; null for the whole day.</param>
/// <param name="EndsAt">As the start.</param>
/// <param name="Place">The room, or nothing.</param>
internal sealed record MeetingSlot(DateOnly HeldOn, string? StartsAt, string? EndsAt, string Place)
{
    private const int LongestPlace = 200;

    /// <summary>Reads what browsers send: a day, and both hours or none.</summary>
    public static (MeetingSlot Slot, IReadOnlyList<Refusal> Refusals) Read(string? heldOn, string? startsAt, string? endsAt, string? place)
    {
        var rules = new FormRules();
        var slot = new MeetingSlot(rules.Date("heldOn", heldOn), Text(startsAt), Text(endsAt), place?.Trim() ?? "");
        List<Refusal> refusals = [.. rules.Outcome.Refusals];
        if (!IsSpan(slot.StartsAt, slot.EndsAt))
        {
            refusals.Add(new Refusal("startsAt", "Donnez une heure de début et une heure de fin qui la suit, ou aucune des deux pour toute la journée."));
        }

        if (slot.Place.Length > LongestPlace)
        {
            refusals.Add(new Refusal("place", $"Donnez le lieu en {LongestPlace} caractères au plus\u00A0; il y en a {slot.Place.Length}."));
        }

        return (slot, refusals);
    }

    private static bool IsSpan(string? from, string? to) => (from, to) is (null, null) || (Time(from) is { } start && Time(to) is { } end && end > start);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
