namespace Seminar.Themes.Guidance.Features.Tools;

/// <summary>The tools, by name.</summary>
internal sealed record ShowTools : IRequest<ToolsView>;

public sealed record ToolsPageView(ThemeIdentity Theme, ToolsView Tools, FormView<ToolForm> Form);

public sealed record ToolsView(IReadOnlyList<ToolView> Items);

public sealed record ToolView(string Name, string Purpose, string Address, bool Free);

internal sealed class ShowToolsHandler(IModuleDatabase database) : IRequestHandler<ShowTools, ToolsView>
{
    public async Task<ToolsView> Handle(ShowTools request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<ToolView>(
            """
            SELECT name AS Name, purpose AS Purpose, address AS Address, free AS Free
            FROM tool ORDER BY lower(name)
            """,
            null, cancellationToken));
}
