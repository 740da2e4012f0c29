namespace Seminar.Themes.Engagement.Features.Missions;

/// <summary>The missions, by département.</summary>
internal sealed record ShowMissions : IRequest<MissionsView>;

public sealed record MissionsPageView(ThemeIdentity Theme, MissionsView Missions, FormView<MissionForm> Form);

public sealed record MissionsView(IReadOnlyList<MissionView> Items);

public sealed record MissionView(string Title, string Kind, string Organisation, string Departement, int Weeks, bool OpenToMinors);

internal sealed class ShowMissionsHandler(IModuleDatabase database) : IRequestHandler<ShowMissions, MissionsView>
{
    public async Task<MissionsView> Handle(ShowMissions request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<MissionView>(
            """
            SELECT title AS Title, kind AS Kind, organisation AS Organisation, departement AS Departement, weeks AS Weeks, open_to_minors AS OpenToMinors
            FROM mission ORDER BY departement, title
            """,
            null, cancellationToken));
}
