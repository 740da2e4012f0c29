namespace Seminar.Themes.Mobility.Features.Watch;

/// <summary>The schemes, those to check first on top.</summary>
internal sealed record ShowWatch : IRequest<WatchView>;

public sealed record WatchPageView(ThemeIdentity Theme, WatchView Watch, FormView<SchemeForm> Form, string? Refusal = null);

public sealed record WatchView(IReadOnlyList<SchemeView> Schemes, DateOnly Today)
{
    /// <summary>How many should have been checked again by now.</summary>
    public int Overdue => Schemes.Count(scheme => scheme.CheckAgainOn < Today);
}

public sealed record SchemeView(Guid Id, string Name, string Source, string Owner, DateOnly CheckAgainOn);

internal sealed class ShowWatchHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowWatch, WatchView>
{
    public async Task<WatchView> Handle(ShowWatch request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<SchemeView>(
            """
            SELECT id AS Id, name AS Name, source AS Source, owner AS Owner, check_again_on AS CheckAgainOn
            FROM scheme ORDER BY check_again_on, name
            """,
            null, cancellationToken),
        DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
}
