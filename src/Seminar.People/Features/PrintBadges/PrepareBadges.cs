using MediatR;
using Seminar.Contracts.Storage;
using Seminar.People.Badges.Codes;

namespace Seminar.People.Features.PrintBadges;

/// <summary>Draws everyone's QR code ahead; answers how many there are.</summary>
/// <param name="Site">Address of the site, for the QR codes.</param>
internal sealed record PrepareBadges(string Site) : IRequest<int>;

internal sealed class PrepareBadgesHandler(IModuleDatabase database, BadgeCodes codes, DrawnCodes drawn) : IRequestHandler<PrepareBadges, int>
{
    public async Task<int> Handle(PrepareBadges request, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var row in await database.ReadAsync<Row>(
            "SELECT id AS Id, number AS Number, badge_version AS Version FROM person WHERE cancelled_at IS NULL AND anonymised_at IS NULL", null, cancellationToken))
        {
            texts.Add(request.Site + await codes.LinkAsync(BadgeIdentity.OfPerson(row.Id, row.Number, row.Version)));
        }

        drawn.Prepare(texts);
        return texts.Count;
    }

    private sealed record Row(Guid Id, int Number, int Version);
}
