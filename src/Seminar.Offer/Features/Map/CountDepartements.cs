using Dapper;
using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Storage;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.Map;

/// <summary>The figures of the map as a table: how much a search finds in each département.</summary>
internal sealed record CountDepartements(SheetKind Kind, OfferQuery Query) : IRequest<IReadOnlyList<DepartementCount>>;

/// <summary>A line of the table.</summary>
/// <param name="Code">Of the département.</param>
/// <param name="Sheets">How many are there.</param>
public sealed record DepartementCount(string Code, int Sheets);

internal sealed class CountDepartementsHandler(IModuleDatabase database) : IRequestHandler<CountDepartements, IReadOnlyList<DepartementCount>>
{
    public Task<IReadOnlyList<DepartementCount>> Handle(CountDepartements request, CancellationToken cancellationToken) => database.ReadSnapshotAsync<IReadOnlyList<DepartementCount>>(
        connection =>
        [
            .. Region.Departements.Keys.Where(code => request.Query.Departement is null || request.Query.Departement == code).Select(code =>
            {
                var matched = MatchedSheets.Of(connection, request.Kind, request.Query with { Departement = code });
                return new DepartementCount(code, connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM ({matched.Sql})", matched.Parameters));
            }),
        ],
        cancellationToken);
}
