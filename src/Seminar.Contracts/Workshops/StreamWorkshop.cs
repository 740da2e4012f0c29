using MediatR;

namespace Seminar.Contracts.Workshops;

/// <summary>
/// Asks a theme for its workshop piece by piece, as it was at one moment: however large it is, no more than a piece is in
/// memory. Nothing comes while the workshop is empty. The answer is read after the request has ended; read it to its end, or
/// dispose of its enumerator.
/// </summary>
public sealed record StreamWorkshop : IRequest<IAsyncEnumerable<WorkshopPiece>>
{
    /// <summary>For whom it is read.</summary>
    public WorkshopReader Reader { get; init; } = WorkshopReader.Anyone;
}

/// <summary>A piece of a workshop. They come in the order of the document: the frame, then for each column its headings, then axes, then quotes.</summary>
public abstract record WorkshopPiece
{
    private protected WorkshopPiece()
    {
    }
}

/// <summary>Everything that is short: the first piece.</summary>
/// <param name="Document">The workshop with an empty board, an empty plan and no quotes.</param>
public sealed record WorkshopFrame(WorkshopDocument Document) : WorkshopPiece;

/// <summary>A column of the board begins.</summary>
/// <param name="Column">Which one.</param>
public sealed record ColumnPiece(Column Column) : WorkshopPiece;

/// <summary>A heading of the column that began last.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Number">Its number there, from 1.</param>
/// <param name="Heading">The heading with its notes.</param>
public sealed record HeadingPiece(Column Column, int Number, Heading Heading) : WorkshopPiece;

/// <summary>An axis of the plan.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Axis">The axis with its proposals.</param>
public sealed record AxisPiece(int Number, Axis Axis) : WorkshopPiece;

/// <summary>A quote.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Quote">The quote.</param>
public sealed record QuotePiece(int Number, Quote Quote) : WorkshopPiece;
