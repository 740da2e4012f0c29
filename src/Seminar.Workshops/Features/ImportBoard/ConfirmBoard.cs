using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.LiveFeed;

namespace Seminar.Workshops.Features.ImportBoard;

/// <summary>Adds the notes of another tool's board to this one, all or nothing; what is there stays.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Field">How it is read, as a form sends it.</param>
/// <param name="Author">Who does it.</param>
internal sealed record ConfirmBoard(Guid Draft, Func<string, string?> Field, BoardAuthor Author) : IRequest<int?>;

internal sealed class ConfirmBoardHandler(IModuleDatabase database, BoardDrafts drafts, BoardFeed feed, TimeProvider clock) : IRequestHandler<ConfirmBoard, int?>
{
    private const int LongestName = 60;

    /// <returns>How many notes were added; null when the draft is gone.</returns>
    public async Task<int?> Handle(ConfirmBoard request, CancellationToken cancellationToken)
    {
        if (drafts.Find(request.Draft) is not { } table || BoardMapping.Read(request.Field, table) is not { } mapping)
        {
            return null;
        }

        var (notes, _) = BoardReading.Read(table, mapping);
        var added = await database.WriteAsync(
            connection =>
            {
                var headings = connection.Query<(Guid Id, string Column, string Title)>("SELECT id, board_column, title FROM heading").ToDictionary(row => (row.Column, row.Title.ToUpperInvariant()), row => row.Id);
                foreach (var note in notes)
                {
                    Append(new BoardOperation(Guid.CreateVersion7(), "note.add") { Note = Guid.CreateVersion7(), Column = note.Column, Text = note.Text }, note);
                }

                if (request.Field("nom")?.Trim() is { Length: > 0 and <= LongestName } name)
                {
                    BoardPreset.Keep(connection, name, BoardPreset.Of(table, mapping));
                }

                return notes.Count;

                void Append(BoardOperation add, ReadNote note)
                {
                    BoardLog.Append(connection, request.Author, add, clock.GetUtcNow());
                    if (note.Heading is { } title)
                    {
                        if (!headings.TryGetValue((note.Column, title.ToUpperInvariant()), out var heading))
                        {
                            headings[(note.Column, title.ToUpperInvariant())] = heading = Guid.CreateVersion7();
                            BoardLog.Append(connection, request.Author, new BoardOperation(Guid.CreateVersion7(), "heading.add") { Heading = heading, Column = note.Column, Title = title }, clock.GetUtcNow());
                        }

                        BoardLog.Append(connection, request.Author, new BoardOperation(Guid.CreateVersion7(), "note.gather") { Notes = [add.Note!.Value], Heading = heading }, clock.GetUtcNow());
                    }
                }
            },
            CancellationToken.None);
        drafts.Forget(request.Draft);
        feed.Wake();
        return added;
    }
}
