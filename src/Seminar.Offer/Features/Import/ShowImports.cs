using MediatR;
using Seminar.Contracts.Storage;

namespace Seminar.Offer.Features.Import;

/// <summary>The last lists that were taken in.</summary>
internal sealed record ShowImports : IRequest<IReadOnlyList<PastImport>>;

/// <summary>A list that was taken in.</summary>
/// <param name="FileName">Its name, as it was sent.</param>
/// <param name="ImportedAt">When.</param>
/// <param name="Structures">How many structures it wrote or found as they were.</param>
/// <param name="Services">The same for services.</param>
public sealed record PastImport(string FileName, DateTimeOffset ImportedAt, int Structures, int Services);

internal sealed class ShowImportsHandler(IModuleDatabase database) : IRequestHandler<ShowImports, IReadOnlyList<PastImport>>
{
    public async Task<IReadOnlyList<PastImport>> Handle(ShowImports request, CancellationToken cancellationToken) => await database.ReadAsync<PastImport>(
        "SELECT file_name AS FileName, imported_at AS ImportedAt, structures AS Structures, services AS Services FROM import ORDER BY number DESC LIMIT 10", null, cancellationToken);
}
