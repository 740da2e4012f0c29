using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Offer.Hours;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.StillRight;

/// <summary>Someone says that a sheet is right today; false when the directory does not know it. With a structure, only if the sheet is the structure's own or one of its services.</summary>
internal sealed record ConfirmSheet(SheetKind Kind, string Id, string? OfStructure = null) : IRequest<bool>;

internal sealed class ConfirmSheetHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ConfirmSheet, bool>
{
    public Task<bool> Handle(ConfirmSheet request, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            request.Kind == SheetKind.Service
                ? "UPDATE service SET confirmed = @today WHERE id = @Id AND (@OfStructure IS NULL OR structure = @OfStructure)"
                : "UPDATE structure SET confirmed = @today WHERE id = @Id AND (@OfStructure IS NULL OR id = @OfStructure)",
            new { request.Id, request.OfStructure, today = clock.TodayInParis().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }) > 0,
        cancellationToken);
}
