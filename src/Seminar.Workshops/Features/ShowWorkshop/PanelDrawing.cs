using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;

namespace Seminar.Workshops.Features.ShowWorkshop;

/// <summary>A panel as the page shows it; content null when the panel failed.</summary>
public sealed record ShownPanel(string Title, MarkupString? Content);

/// <summary>
/// Draws the panels of a theme one by one, apart from the page: one that throws or takes too long costs its own place only.
/// </summary>
internal sealed class PanelDrawing(IServiceProvider services, IMediator mediator, ThemeIdentity theme, ILoggerFactory logs)
{
    private static readonly TimeSpan Limit = ThemePatience.Seconds(2);

    public async Task<IReadOnlyList<ShownPanel>> DrawAsync(IReadOnlyList<ThemePanel> panels, CancellationToken cancel)
    {
        var shown = new List<ShownPanel>(panels.Count);
        foreach (var panel in panels)
        {
            shown.Add(new ShownPanel(panel.Title, await DrawAsync(panel, cancel)));
        }

        return shown;
    }

    private async Task<MarkupString?> DrawAsync(ThemePanel panel, CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(Limit);
        try
        {
            // On a thread of its own: a panel that blocks must not hold the page.
            return await Task.Run(() => RenderAsync(panel, limited.Token), cancel).WaitAsync(Limit, cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            logs.CreateLogger<PanelDrawing>().LogWarning(exception, "Panel {Panel} of theme {Theme} failed", panel.Title, theme.Key);
            return null;
        }
    }

    private async Task<MarkupString?> RenderAsync(ThemePanel panel, CancellationToken cancel)
    {
        var view = await panel.Query(mediator, cancel);
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ViewComponent<object>.View)] = view });
            var root = await renderer.RenderComponentAsync(panel.Component, parameters);
            return new MarkupString(root.ToHtmlString());
        });
    }
}
