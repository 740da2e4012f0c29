using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Features.ShowWorkshop;

/// <summary>The workshop page of a theme.</summary>
/// <param name="Reader">For whom.</param>
internal sealed record ShowWorkshop(WorkshopReader Reader) : IRequest<WorkshopView>;

/// <summary>What the workshop page shows; the workshop is null while it is empty.</summary>
public sealed record WorkshopView(
    ThemeIdentity Theme, WorkshopDocument? Workshop, IReadOnlyList<ShownPanel> Panels, IReadOnlyList<ThemeLink> Links);

/// <summary>What the directory has for a theme.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Offer">The first services, and how many there are.</param>
public sealed record OfferPanelView(ThemeIdentity Theme, OfferPage Offer)
{
    internal const int MostShown = 5;
}

internal sealed class ShowWorkshopHandler(IMediator mediator, ThemeIdentity theme, ThemeDescription description, PanelDrawing panels, IOffer offer)
    : IRequestHandler<ShowWorkshop, WorkshopView>
{
    public async Task<WorkshopView> Handle(ShowWorkshop request, CancellationToken cancellationToken) => new(
        theme,
        await mediator.Send(new GetWorkshop { Reader = request.Reader }, cancellationToken),
        await panels.DrawAsync([.. description.Panels, .. OfferPanels()], cancellationToken),
        description.Links);

    private IEnumerable<ThemePanel> OfferPanels()
    {
        if (description.Offer.Count > 0)
        {
            yield return new ThemePanel("L’offre pour ce thème", typeof(OfferPanel), async (_, cancel) => new OfferPanelView(
                theme, await offer.FindAsync(new OfferQuery { Themes = description.Offer, Take = OfferPanelView.MostShown }, cancel)));
        }
    }
}
