using System.Globalization;
using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>Moves a meeting, or calls it off: calendars that follow it learn of it.</summary>
internal sealed record ReplanMeeting(Guid Id, string? HeldOn, string? StartsAt, string? EndsAt, string? Place, bool IsCancelled) : IRequest<Outcome>;

internal sealed class ReplanMeetingHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ReplanMeeting, Outcome>
{
    public async Task<Outcome> Handle(ReplanMeeting request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var heldOn = rules.Date("heldOn", request.HeldOn);
        var (from, to) = (Time(request.StartsAt), Time(request.EndsAt));
        var place = request.Place?.Trim() ?? "";
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        if (from is null != to is null || to <= from)
        {
            return Outcome.Refused("startsAt", "Donnez une heure de début et une heure de fin qui la suit, ou aucune des deux pour toute la journée.");
        }

        if (place.Length > 200)
        {
            return Outcome.Refused("place", "Donnez le lieu en 200 caractères au plus.");
        }

        var row = new { request.Id, heldOn, startsAt = Text(from), endsAt = Text(to), place, request.IsCancelled, now = clock.GetUtcNow() };
        // What is as it was is no change.
        await database.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE meeting SET held_on = @heldOn, starts_at = @startsAt, ends_at = @endsAt, place = @place, is_cancelled = @IsCancelled, sequence = sequence + 1, changed_at = @now
                WHERE id = @Id AND (held_on IS NOT @heldOn OR starts_at IS NOT @startsAt OR ends_at IS NOT @endsAt OR place IS NOT @place OR is_cancelled IS NOT @IsCancelled)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }

    private static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string? Text(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>Adds an item to the agenda.</summary>
internal sealed record AddAgendaItem(Guid Meeting, string? Title) : IRequest<Outcome>;

internal sealed class AddAgendaItemHandler(IModuleDatabase database) : IRequestHandler<AddAgendaItem, Outcome>
{
    public async Task<Outcome> Handle(AddAgendaItem request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var title = rules.Text("title", request.Title, 200, "le point à l’ordre du jour");
        if (rules.Outcome.Accepted)
        {
            await database.WriteAsync(
                connection => connection.Execute(
                    "INSERT INTO agenda_item (id, meeting, position, title) SELECT @id, @Meeting, (SELECT COUNT(*) FROM agenda_item WHERE meeting = @Meeting), @title FROM meeting WHERE id = @Meeting",
                    new { id = Guid.CreateVersion7(), request.Meeting, title }),
                cancellationToken);
        }

        return rules.Outcome;
    }
}

/// <summary>Writes what was said of an item.</summary>
internal sealed record WriteMinutes(Guid Item, string? Minutes) : IRequest<Outcome>;

internal sealed class WriteMinutesHandler(IModuleDatabase database) : IRequestHandler<WriteMinutes, Outcome>
{
    private const int Longest = 5000;

    public async Task<Outcome> Handle(WriteMinutes request, CancellationToken cancellationToken)
    {
        var minutes = request.Minutes?.Trim().ReplaceLineEndings("\n") ?? "";
        if (minutes.Length > Longest)
        {
            return Outcome.Refused("minutes", $"Un point tient en {Longest} caractères au plus\u00A0; il y en a {minutes.Length}.");
        }

        await database.WriteAsync(connection => connection.Execute("UPDATE agenda_item SET minutes = @minutes WHERE id = @Item", new { request.Item, minutes }), cancellationToken);
        return Outcome.Done;
    }
}

/// <summary>Adds a decision.</summary>
internal sealed record AddDecision(Guid Meeting, string? Text, string? Owner, string? DueOn) : IRequest<Outcome>;

internal sealed class AddDecisionHandler(IModuleDatabase database) : IRequestHandler<AddDecision, Outcome>
{
    public async Task<Outcome> Handle(AddDecision request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(), request.Meeting, text = rules.Text("text", request.Text, 500, "la décision"),
            owner = rules.Text("owner", request.Owner, 100, "la fonction de qui s’en charge"), dueOn = rules.Date("dueOn", request.DueOn),
        };
        if (rules.Outcome.Accepted)
        {
            await database.WriteAsync(
                connection => connection.Execute("INSERT INTO decision (id, meeting, text, owner, due_on) SELECT @id, @Meeting, @text, @owner, @dueOn FROM meeting WHERE id = @Meeting", row), cancellationToken);
        }

        return rules.Outcome;
    }
}

/// <summary>Says that a decision is done.</summary>
internal sealed record FinishDecision(Guid Id) : IRequest;

internal sealed class FinishDecisionHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<FinishDecision>
{
    public async Task<Unit> Handle(FinishDecision request, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            connection => connection.Execute("UPDATE decision SET done_on = @today WHERE id = @Id AND done_on IS NULL", new { request.Id, today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime) }), cancellationToken);
        return Unit.Value;
    }
}
