using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Features.ShowWorkshop;

/// <summary>The workshop page of a theme.</summary>
internal sealed record ShowWorkshop : IRequest<WorkshopView>;

/// <summary>What the workshop page shows; the workshop is null while it is empty.</summary>
public sealed record WorkshopView(
    ThemeIdentity Theme, WorkshopDocument? Workshop, IReadOnlyList<ShownPanel> Panels, IReadOnlyList<ThemeLink> Links);

internal sealed class ShowWorkshopHandler(IMediator mediator, ThemeIdentity theme, ThemeDescription description, PanelDrawing panels)
    : IRequestHandler<ShowWorkshop, WorkshopView>
{
    public async Task<WorkshopView> Handle(ShowWorkshop request, CancellationToken cancellationToken) => new(
        theme,
        await mediator.Send(new GetWorkshop(), cancellationToken),
        await panels.DrawAsync(description.Panels, cancellationToken),
        description.Links);
}
