using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Calendar = Ical.Net.Calendar;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>The meetings as a calendar to subscribe to (RFC 5545): one identifier a meeting for ever, a sequence that goes up when it changes.</summary>
internal sealed record MakeCalendar(string Site) : IRequest<string>;

internal sealed class MakeCalendarHandler(IModuleDatabase database, ThemeIdentity theme) : IRequestHandler<MakeCalendar, string>
{
    private const string Zone = "Europe/Paris";

    public async Task<string> Handle(MakeCalendar request, CancellationToken cancellationToken)
    {
        var calendar = new Calendar { ProductId = "-//Seminar//Instances du territoire//FR" };
        calendar.AddProperty("X-WR-CALNAME", "Instances du territoire");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT6H");
        calendar.AddTimeZone(Zone);
        // A date that no calendar can hold, noted before dates were bounded, is left out: the others are there.
        foreach (var row in await database.ReadAsync<Row>(
            """
            SELECT id AS Id, title AS Title, territory AS Territory, held_on AS HeldOn, starts_at AS StartsAt, ends_at AS EndsAt, place AS Place, is_cancelled AS IsCancelled,
              sequence AS Sequence, COALESCE(changed_at, added_at) AS ChangedAt
            FROM meeting WHERE held_on BETWEEN '2000-01-01' AND '2100-12-31' ORDER BY held_on, id
            """,
            null, cancellationToken))
        {
            calendar.Events.Add(Event(row, $"{request.Site}{theme.Address}/rencontres/{row.Id}"));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(Row row, string address) => new()
    {
        Uid = $"{row.Id}@rencontres.seminar",
        Sequence = (int)row.Sequence,
        DtStamp = new CalDateTime(row.ChangedAt.UtcDateTime),
        LastModified = new CalDateTime(row.ChangedAt.UtcDateTime),
        Summary = row.IsCancelled ? $"Annulé\u00A0: {row.Title}" : row.Title,
        Location = row.Place.Length == 0 ? row.Territory : $"{row.Place}, {row.Territory}",
        Url = new Uri(address),
        Transparency = row.IsCancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
        Status = row.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        Start = Moment(row.HeldOn, row.StartsAt) ?? new CalDateTime(row.HeldOn),
        End = Moment(row.HeldOn, row.EndsAt) ?? new CalDateTime(row.HeldOn.AddDays(1)),
    };

    private static CalDateTime? Moment(DateOnly day, string? time) =>
        time is null ? null : new CalDateTime(day, TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), Zone);

    private sealed record Row(Guid Id, string Title, string Territory, DateOnly HeldOn, string? StartsAt, string? EndsAt, string Place, bool IsCancelled, long Sequence, DateTimeOffset ChangedAt);
}
