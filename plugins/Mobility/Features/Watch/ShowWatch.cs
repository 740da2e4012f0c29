using System.Globalization;

namespace Seminar.Themes.Mobility.Features.Watch;

/// <summary>The schemes, those to check first on top.</summary>
internal sealed record ShowWatch : IRequest<WatchView>;

public sealed record WatchPageView(ThemeIdentity Theme, WatchView Watch, FormView<SchemeForm> Form, string? Refusal = null, CorrectionView? Refused = null);

/// <summary>A correction that was refused.</summary>
/// <param name="Scheme">Of which scheme.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record CorrectionView(Guid Scheme, SchemeForm Typed, IReadOnlyList<Refusal> Refusals);

public sealed record WatchView(IReadOnlyList<SchemeView> Schemes, DateOnly Today)
{
    /// <summary>How many should have been checked again by now.</summary>
    public int Overdue => Schemes.Count(scheme => scheme.CheckAgainOn < Today);
}

public sealed record SchemeView(Guid Id, string Name, string Source, string Owner, DateOnly CheckAgainOn)
{
    /// <summary>All that can be corrected, as one text: a form holds what its writer had in front of them.</summary>
    public string AsShown => string.Join(" | ", Name, Source, Owner, Day);

    /// <summary>The date as forms send it.</summary>
    public string Day => CheckAgainOn.ToString("O", CultureInfo.InvariantCulture);
}

internal sealed class ShowWatchHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ShowWatch, WatchView>
{
    internal const string SchemeSql = "SELECT id AS Id, name AS Name, source AS Source, owner AS Owner, check_again_on AS CheckAgainOn FROM scheme";

    public async Task<WatchView> Handle(ShowWatch request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<SchemeView>(SchemeSql + " ORDER BY check_again_on, name", null, cancellationToken), DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
}
