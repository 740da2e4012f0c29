using System.Data.Common;
using Dapper;
using Seminar.Ui;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

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
                    """
                    INSERT INTO agenda_item (id, meeting, position, title)
                    SELECT @id, @Meeting, (SELECT COALESCE(MAX(position), -1) + 1 FROM agenda_item WHERE meeting = @Meeting), @title FROM meeting WHERE id = @Meeting
                    """,
                    new { id = Guid.CreateVersion7(), request.Meeting, title }),
                cancellationToken);
        }

        return rules.Outcome;
    }
}

/// <summary>Writes what was said of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Minutes">What was said.</param>
/// <param name="Before">The sequence of the item that the writer had in front of them.</param>
internal sealed record WriteMinutes(Guid Item, string? Title, string? Minutes, long Before) : IRequest<Outcome>;

internal sealed class WriteMinutesHandler(IModuleDatabase database) : IRequestHandler<WriteMinutes, Outcome>
{
    private const int Longest = 5000;

    public async Task<Outcome> Handle(WriteMinutes request, CancellationToken cancellationToken)
    {
        var form = BodyForms.Of(request.Item);
        var rules = new FormRules();
        var title = rules.Text($"{form}-title", request.Title, 200, "le point à l’ordre du jour");
        var minutes = Plain(request.Minutes);
        List<Refusal> refusals = [.. rules.Outcome.Refusals];
        if (minutes.Length > Longest)
        {
            refusals.Add(new Refusal($"{form}-minutes", $"Un point tient en {French.Number(Longest)} caractères au plus\u00A0; il y en a {French.Number(minutes.Length)}."));
        }

        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        var row = new { request.Item, request.Before, title, minutes };
        var isWritten = await database.WriteAsync(
            connection => connection.Execute(
                "UPDATE agenda_item SET title = @title, minutes = @minutes, sequence = sequence + 1 WHERE id = @Item AND (sequence = @Before OR (title, minutes) = (@title, @minutes))", row) > 0,
            cancellationToken);
        return isWritten ? Outcome.Done : Meanwhile.At($"{form}-minutes");
    }

    private static string Plain(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
}

/// <summary>Moves an item of the agenda before the one that precedes it.</summary>
internal sealed record RaiseAgendaItem(Guid Item) : IRequest<Outcome>;

internal sealed class RaiseAgendaItemHandler(IModuleDatabase database) : IRequestHandler<RaiseAgendaItem, Outcome>
{
    public async Task<Outcome> Handle(RaiseAgendaItem request, CancellationToken cancellationToken)
    {
        await database.WriteAsync(connection => Raise(connection, request.Item), cancellationToken);
        return Outcome.Done;
    }

    private static int Raise(DbConnection connection, Guid item)
    {
        var before = connection.Query<(Guid Id, long Position, long Own)>(
            """
            SELECT before.id, before.position, item.position
            FROM agenda_item AS item JOIN agenda_item AS before ON before.meeting = item.meeting AND before.position < item.position
            WHERE item.id = @item ORDER BY before.position DESC LIMIT 1
            """,
            new { item }).ToList();
        return before is not [var (id, position, own)] ? 0
            : connection.Execute("UPDATE agenda_item SET position = CASE id WHEN @id THEN @own ELSE @position END WHERE id IN (@id, @item)", new { id, own, position, item });
    }
}

/// <summary>Removes an item of the agenda of which nothing was written yet.</summary>
internal sealed record RemoveAgendaItem(Guid Item) : IRequest<Outcome>;

internal sealed class RemoveAgendaItemHandler(IModuleDatabase database) : IRequestHandler<RemoveAgendaItem, Outcome>
{
    public async Task<Outcome> Handle(RemoveAgendaItem request, CancellationToken cancellationToken)
    {
        var isWritten = await database.WriteAsync(
            connection =>
            {
                connection.Execute("DELETE FROM agenda_item WHERE id = @Item AND minutes = ''", request);
                return connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM agenda_item WHERE id = @Item)", request);
            },
            cancellationToken);
        return isWritten ? Outcome.Refused("", "Ce point a un compte rendu\u00A0: il reste. Videz d’abord le compte rendu si le point est à retirer.") : Outcome.Done;
    }
}
