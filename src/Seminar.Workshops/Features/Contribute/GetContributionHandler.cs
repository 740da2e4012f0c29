using System.Data.Common;
using Dapper;
using MediatR;
using Microsoft.Extensions.Logging;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.Contribute;

/// <summary>Told apart from an earlier run over the same data, or a restored copy, where the database's own count begins anew.</summary>
internal sealed class ContributionRun
{
    public string Name { get; } = Guid.NewGuid().ToString("N");
}

internal sealed class GetContributionHandler(IModuleDatabase database, ContributionRun run, ThemeDescription description, IMediator mediator, ILogger<GetContribution> log)
    : IRequestHandler<GetContribution, Contribution>
{
    public async Task<Contribution> Handle(GetContribution request, CancellationToken cancellationToken)
    {
        // Taken before reading: at worst the same items are asked for once more.
        var version = $"{run.Name}-{database.Version}";
        if (request.Known == version)
        {
            return new Contribution(version, null);
        }

        var board = await database.ReadSnapshotAsync(Read, cancellationToken);
        return new Contribution(version, [.. board, .. await FromToolsAsync(cancellationToken)]);
    }

    private static List<ContributedItem> Read(DbConnection connection) =>
    [
        // The synthesis is one for all its readers.
        .. connection.Query<NoteRow>(NotesSql, Sight.Anyone).Select(note => new ContributedItem(note.Id, ItemKind.Note, Words.FromWord<Column>(note.BoardColumn), note.Title, note.Text)),
        .. connection.Query<ProposalRow>(ProposalsSql).Select(proposal => new ContributedItem(proposal.Id, ItemKind.Proposal, null, proposal.Title, proposal.Text)),
    ];

    /// <summary>A tool that fails must not take the workshop's board with it.</summary>
    private async Task<List<ContributedItem>> FromToolsAsync(CancellationToken cancel)
    {
        var items = new List<ContributedItem>();
        foreach (var evidence in description.Evidence)
        {
            try
            {
                items.AddRange(await evidence.Query(mediator, cancel));
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                log.LogWarning(exception, "A tool could not bring its evidence to the synthesis");
            }
        }

        return items;
    }

    private const string NotesSql = $"""
        SELECT note.id AS Id, note.board_column AS BoardColumn, heading.title AS Title, note.text AS Text
        FROM note JOIN board_column ON board_column.name = note.board_column LEFT JOIN heading ON heading.id = note.heading
        WHERE {Sight.Told}
        ORDER BY board_column.position, heading.position IS NULL, heading.position, note.position
        """;

    private const string ProposalsSql = """
        SELECT proposal.id AS Id, axis.title AS Title, proposal.text AS Text
        FROM proposal LEFT JOIN axis ON axis.id = proposal.axis
        WHERE proposal.state = 'shown'
        ORDER BY axis.position IS NULL, axis.position, proposal.position
        """;

    private sealed record NoteRow(string Id, string BoardColumn, string? Title, string Text);

    private sealed record ProposalRow(string Id, string? Title, string Text);
}
