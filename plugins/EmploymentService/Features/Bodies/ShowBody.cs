using System.Data.Common;
using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>A meeting of a steering body, with its agenda, its minutes and its decisions; null when there is none.</summary>
internal sealed record ShowBody(Guid Id) : IRequest<BodyView?>;

/// <summary>A meeting of a steering body.</summary>
public sealed record BodyView(MeetingDetailsView Meeting, IReadOnlyList<AgendaItemView> Agenda, IReadOnlyList<DecisionView> Decisions, DateOnly Today);

/// <summary>The meeting itself. Times are <c>HH:mm</c> in Paris, or null for the whole day.</summary>
public sealed record MeetingDetailsView(Guid Id, string Title, string Kind, string Territory, DateOnly HeldOn, string? StartsAt, string? EndsAt, string Place, bool IsCancelled, long Sequence);

/// <summary>An item of the agenda; what was said of it is its part of the minutes.</summary>
public sealed record AgendaItemView(Guid Id, string Title, string Minutes);

/// <summary>A decision: an action with a function that answers for it, and a date.</summary>
public sealed record DecisionView(Guid Id, string Text, string Owner, DateOnly DueOn, DateOnly? DoneOn, Guid Meeting, string MeetingTitle);

/// <summary>The page of a meeting.</summary>
public sealed record BodyPageView(ThemeIdentity Theme, BodyView Body, bool IsOpen, RefusedForm? Refused)
{
    /// <summary>What a field shows: what was typed if its form was refused, or what is stored.</summary>
    public string? Kept(string form, string field, string? stored = null) => Refused?.Name == form ? Refused.Typed.GetValueOrDefault(field) : stored;

    /// <summary>What someone wrote of an item that was removed meanwhile: it has no form any more, and must not be lost.</summary>
    public string? Orphan => Refused is not null && Guid.TryParse(Refused.Name, out var item) && Body.Agenda.All(each => each.Id != item) ? Refused.Typed.GetValueOrDefault("minutes") : null;

    /// <summary>Why a field was refused, or null.</summary>
    public string? ErrorOf(string path) => Refused?.Refusals.FirstOrDefault(refusal => refusal.Path == path)?.Message;
}

internal sealed class ShowBodyHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowBody, BodyView?>
{
    internal const string DecisionSql =
        """
        SELECT decision.id AS Id, decision.text AS Text, decision.owner AS Owner, decision.due_on AS DueOn, decision.done_on AS DoneOn, meeting.id AS Meeting, meeting.title AS MeetingTitle
        FROM decision JOIN meeting ON meeting.id = decision.meeting
        """;

    public Task<BodyView?> Handle(ShowBody request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Read(connection, request.Id), cancellationToken);

    private BodyView? Read(DbConnection connection, Guid id)
    {
        var meeting = connection.QueryFirstOrDefault<MeetingDetailsView>(
            """
            SELECT id AS Id, title AS Title, kind AS Kind, territory AS Territory, held_on AS HeldOn, starts_at AS StartsAt, ends_at AS EndsAt, place AS Place,
              is_cancelled AS IsCancelled, sequence AS Sequence
            FROM meeting WHERE id = @id
            """,
            new { id });
        return meeting is null ? null : new BodyView(
            meeting,
            [.. connection.Query<AgendaItemView>("SELECT id AS Id, title AS Title, minutes AS Minutes FROM agenda_item WHERE meeting = @id ORDER BY position", new { id })],
            [.. connection.Query<DecisionView>(DecisionSql + " WHERE meeting.id = @id ORDER BY decision.due_on, decision.id", new { id })],
            DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
    }
}

/// <summary>Every decision that is not done, the most overdue first.</summary>
internal sealed record ShowActions : IRequest<ActionsView>;

/// <summary>The decisions that wait.</summary>
public sealed record ActionsView(ThemeIdentity Theme, IReadOnlyList<DecisionView> Open, DateOnly Today);

internal sealed class ShowActionsHandler(IModuleDatabase database, ThemeIdentity theme, TimeProvider clock) : IRequestHandler<ShowActions, ActionsView>
{
    public async Task<ActionsView> Handle(ShowActions request, CancellationToken cancellationToken) => new(
        theme,
        await database.ReadAsync<DecisionView>(ShowBodyHandler.DecisionSql + " WHERE decision.done_on IS NULL ORDER BY decision.due_on, decision.id", null, cancellationToken),
        DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
}
