using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Workshops;

namespace Seminar.Themes.Misbehaving;

/// <summary>Starts well, then fails at everything it is asked for. What its handler does is told by an environment variable.</summary>
public sealed class MisbehavingTheme : ITheme
{
    public void Describe(ThemeDescription description) => description
        .AddPanel<ThrowingPanel, string>("Panneau qui échoue", () => new AskPanel(Hang: false))
        .AddPanel<CalmPanel, string>("Panneau qui attend", () => new AskPanel(Hang: true))
        .AddPanel<CalmPanel, string>("Panneau qui va bien", () => new AskPanel(Hang: null));

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("erreur", string () => throw new InvalidOperationException("la page échoue")).RequireAuthorization(Access.Read);
        pages.MapGet("fil", () =>
        {
            new Thread(() => throw new InvalidOperationException("le fil échoue")).Start();
            return Results.Text("parti");
        }).RequireAuthorization(Access.Read);
    }
}

internal sealed record AskPanel(bool? Hang) : IRequest<string>;

internal sealed class AskPanelHandler : IRequestHandler<AskPanel, string>
{
    public async Task<string> Handle(AskPanel request, CancellationToken cancellationToken)
    {
        if (request.Hang == true)
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        return "le panneau va bien";
    }
}

public sealed class ThrowingPanel : ViewComponent<string>
{
    protected override void OnInitialized() => throw new InvalidOperationException("le panneau échoue");
}

public sealed class CalmPanel : ViewComponent<string>
{
    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, View);
}

/// <summary>Takes the place of the engine's handler for this theme.</summary>
internal sealed class MisbehavingWorkshop : IRequestHandler<GetWorkshop, WorkshopDocument?>
{
    public async Task<WorkshopDocument?> Handle(GetWorkshop request, CancellationToken cancellationToken)
    {
        switch (Environment.GetEnvironmentVariable("MISBEHAVING"))
        {
            case "throws":
                throw new InvalidOperationException("le gestionnaire échoue");
            case "hangs":
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                return null;
            case "blocks":
                Thread.Sleep(Timeout.Infinite);
                return null;
            default:
                return null;
        }
    }
}
