using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Workshops.Board;
using Seminar.Workshops.Board.Operations;

namespace Seminar.Workshops.Features.ReadBoard;

/// <summary>The board as someone may see it.</summary>
/// <param name="Reader">Who reads; null for someone who does not take part.</param>
internal sealed record ReadBoard(BoardAuthor? Reader) : IRequest<BoardState>;

internal sealed class ReadBoardHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ReadBoard, BoardState>
{
    public Task<BoardState> Handle(ReadBoard request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Read(connection, request.Reader, clock.GetUtcNow()), cancellationToken);

    private static BoardState Read(DbConnection connection, BoardAuthor? reader, DateTimeOffset now)
    {
        var method = StoredMethod.Read(connection);
        var sight = Sight.Of(reader);
        return new BoardState(
            connection.ExecuteScalar<long>("SELECT COALESCE(MAX(sequence), 0) FROM operation"), now,
            new BoardReader(reader?.Group, reader is not null, sight.IsTeam, reader is { MayLead: true }), method,
            [.. BoardRows.Notes(connection).Select(note => sight.Of(note, method.Options))],
            BoardRows.Headings(connection), BoardRows.Axes(connection), BoardRows.Proposals(connection),
            sight.Of(BoardRows.Calls(connection)),
            reader is null ? new Dictionary<Guid, int>() : VotesOf(connection, VoteOperations.VoterOf(reader, method.Options)),
            StoredMethod.ResultsAreOpen(connection) ? VotesOf(connection, null) : null,
            BoardRows.Voters(connection));
    }

    private static Dictionary<Guid, int> VotesOf(DbConnection connection, string? voter) =>
        connection.Query<(Guid Proposal, int Dots)>("SELECT proposal, SUM(dots) FROM vote WHERE @voter IS NULL OR voter = @voter GROUP BY proposal", new { voter })
            .ToDictionary(row => row.Proposal, row => row.Dots);
}
