using Dapper;
using MediatR;
using Seminar.Contracts.Storage;

namespace Seminar.Workshops.Features.FindLikeNotes;

/// <summary>Pairs of notes that look alike, the most alike first. Only proposed: a person merges, or not.</summary>
internal sealed record FindLikeNotes : IRequest<IReadOnlyList<LikeNotes>>;

/// <summary>Two notes that look alike.</summary>
/// <param name="First">The earlier one.</param>
/// <param name="Second">The other.</param>
/// <param name="Likeness">From 0 to 1, the same words.</param>
internal sealed record LikeNotes(Guid First, Guid Second, double Likeness);

internal sealed class FindLikeNotesHandler(IModuleDatabase database) : IRequestHandler<FindLikeNotes, IReadOnlyList<LikeNotes>>
{
    public async Task<IReadOnlyList<LikeNotes>> Handle(FindLikeNotes request, CancellationToken cancellationToken)
    {
        var notes = await database.ReadAsync<Row>(
            "SELECT id AS Id, board_column AS BoardColumn, text AS Text FROM note WHERE state <> 'deleted' AND merged_into IS NULL ORDER BY position, id", null, cancellationToken);
        return [.. notes.GroupBy(note => note.BoardColumn)
            .SelectMany(column => Likeness.Pairs([.. column.Select(note => (note.Id, note.Text))]))
            .OrderByDescending(pair => pair.Likeness).Take(40)];
    }

    private sealed record Row(Guid Id, string BoardColumn, string Text);
}
