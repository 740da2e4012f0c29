using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Features.ShowSheet;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Features.AnswerThemes;

/// <summary>A search by another module, which must not know how sheets are kept.</summary>
/// <param name="Query">What is looked for.</param>
public sealed record FindOffer(OfferQuery Query) : IRequest<OfferPage>
{
    /// <summary>The communes that someone may mean.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<OfferPlace> Places(string typed, int most) =>
        [.. Communes.Named(typed, most).Select(commune => new OfferPlace(commune.Insee, commune.FullName, Communes.IsExactly(commune, typed)))];
}

internal sealed class FindOfferHandler(IMediator mediator) : IRequestHandler<FindOffer, OfferPage>
{
    public async Task<OfferPage> Handle(FindOffer request, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new FindServices(request.Query), cancellationToken);
        return new OfferPage(found.Total, [.. found.Services.Select(Shown)]);
    }

    private static OfferedService Shown(FoundService found) => new(
        found.Sheet.Id, found.Sheet.Name, found.Structure, SheetAddress.Of(found.Sheet), found.Sheet.Text("commune"), found.Kilometres,
        found.Sheet.List("modes_accueil").Contains("a-distance"), found.Sheet.Text("frais") == "gratuit", found.Sheet.Text("telephone"), found.UpToDate);
}
