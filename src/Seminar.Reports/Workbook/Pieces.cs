using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Workbook;

/// <summary>Workshops as pieces, and pieces as workshops.</summary>
public static class Pieces
{
    /// <summary>A workshop in pieces, in the order of the contract.</summary>
    public static IEnumerable<WorkshopPiece> Of(WorkshopDocument workshop)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        return
        [
            new WorkshopFrame(workshop with { Board = [], Plan = [], Quotes = [] }),
            .. workshop.Board.SelectMany(column => column.Headings.Select((heading, index) => (WorkshopPiece)new HeadingPiece(column.Column, index + 1, heading)).Prepend(new ColumnPiece(column.Column))),
            .. workshop.Plan.Select((axis, index) => new AxisPiece(index + 1, axis)),
            .. workshop.Quotes.Select((quote, index) => new QuotePiece(index + 1, quote)),
        ];
    }

    /// <summary>Puts a workshop together again; null when no piece came.</summary>
    public static async Task<WorkshopDocument?> JoinAsync(IAsyncEnumerable<WorkshopPiece> pieces, CancellationToken cancel)
    {
        WorkshopDocument? frame = null;
        var board = new List<(Column Column, List<Heading> Headings)>();
        var plan = new List<Axis>();
        var quotes = new List<Quote>();
        await foreach (var piece in pieces.WithCancellation(cancel))
        {
            switch (piece)
            {
                case WorkshopFrame first: frame = first.Document; break;
                case ColumnPiece column: board.Add((column.Column, [])); break;
                case HeadingPiece heading: board[^1].Headings.Add(heading.Heading); break;
                case AxisPiece axis: plan.Add(axis.Axis); break;
                case QuotePiece quote: quotes.Add(quote.Quote); break;
            }
        }

        return frame is null ? null : frame with { Board = [.. board.Select(column => new BoardColumn(column.Column, column.Headings))], Plan = plan, Quotes = quotes };
    }
}
