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
public sealed record AgendaItemView(Guid Id, string Title, string Minutes, long Sequence);

/// <summary>A decision: an action with a function that answers for it, and a date.</summary>
public sealed record DecisionView(Guid Id, string Text, string Owner, DateOnly DueOn, DateOnly? DoneOn, Guid Meeting, string MeetingTitle, long Sequence);

/// <summary>The page of a meeting.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Body">The meeting.</param>
/// <param name="IsOpen">Whether the reader may write.</param>
/// <param name="MayRemove">Whether the reader may take the meeting away.</param>
/// <param name="Refused">The form that was refused, or null.</param>
public sealed record BodyPageView(ThemeIdentity Theme, BodyView Body, bool IsOpen, bool MayRemove, RefusedForm? Refused) : FormsView(Refused)
{
    /// <summary>Whether nothing was said yet, and nothing decided.</summary>
    public bool IsUntouched => Body.Decisions.Count == 0 && Body.Agenda.All(item => item.Minutes.Length == 0);

    /// <summary>What someone wrote of an item, or of a decision, that was removed meanwhile: it has no form any more, and must not be lost.</summary>
    public OrphanView? Orphan =>
        Refused is null || !Guid.TryParse(Refused.Name, out var id) || Body.Agenda.Any(item => item.Id == id) || Body.Decisions.Any(decision => decision.Id == id) ? null
        : Refused.Typed.TryGetValue("minutes", out var minutes) ? new OrphanView("Ce que vous aviez écrit d’un point retiré entre-temps", "minutes", minutes)
        : Refused.Typed.TryGetValue("text", out var text) ? new OrphanView("Ce que vous aviez écrit d’une décision retirée entre-temps", "text", $"{text}\n{Refused.Typed.GetValueOrDefault("owner")}")
        : null;
}

/// <summary>A text without a place.</summary>
public sealed record OrphanView(string Label, string Name, string Text);

internal sealed class ShowBodyHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowBody, BodyView?>
{
    internal const string DecisionSql =
        """
        SELECT decision.id AS Id, decision.text AS Text, decision.owner AS Owner, decision.due_on AS DueOn, decision.done_on AS DoneOn, meeting.id AS Meeting, meeting.title AS MeetingTitle, decision.sequence AS Sequence
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
            [.. connection.Query<AgendaItemView>("SELECT id AS Id, title AS Title, minutes AS Minutes, sequence AS Sequence FROM agenda_item WHERE meeting = @id ORDER BY position", new { id })],
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
