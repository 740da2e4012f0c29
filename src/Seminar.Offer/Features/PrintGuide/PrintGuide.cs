using System.Data.Common;
using Dapper;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Hours;
using Seminar.Offer.Standard;
using Seminar.Ui;

namespace Seminar.Offer.Features.PrintGuide;

/// <summary>The services of a search, for a pocket guide on paper.</summary>
internal sealed record PrintGuide(OfferQuery Query) : IRequest<GuideContent>;

/// <summary>A pocket guide.</summary>
/// <param name="Chapters">The services by thématique, in the order of the standard; a service stands under its first one.</param>
/// <param name="IsCut">Whether there were more than a guide can hold.</param>
public sealed record GuideContent(IReadOnlyList<GuideChapter> Chapters, bool IsCut);

/// <summary>A chapter of the guide.</summary>
/// <param name="Title">Its thématique.</param>
/// <param name="Services">Its services.</param>
public sealed record GuideChapter(string Title, IReadOnlyList<GuideService> Services);

/// <summary>A service of the guide.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Structure">Name of its structure.</param>
public sealed record GuideService(Sheet Sheet, string Structure);

internal sealed class PrintGuideHandler(IModuleDatabase database) : IRequestHandler<PrintGuide, GuideContent>
{
    /// <summary>More would fill no pocket.</summary>
    public const int MostServices = 300;

    public Task<GuideContent> Handle(PrintGuide request, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(connection => Read(connection, request.Query), cancellationToken);

    private static GuideContent Read(DbConnection connection, OfferQuery query)
    {
        var matched = MatchedSheets.Of(connection, SheetKind.Service, query);
        matched.Parameters.Add("most", MostServices + 1);
        var services = connection.Query<(string Record, string? Structure)>(
            $"""
            SELECT service.record, structure.name FROM service LEFT JOIN structure ON structure.id = service.structure
            WHERE service.number IN ({matched.Sql}) ORDER BY service.departement, service.name, service.id LIMIT @most
            """,
            matched.Parameters).Select(row => (Sheet: Sheet.FromJson(SheetKind.Service, row.Record), row.Structure)).ToList();
        // Which of its thématiques a service stands under: one that was asked for, if any.
        var chapters = services.Take(MostServices)
            .GroupBy(service => service.Sheet.List("thematiques").FirstOrDefault(theme => query.Themes.Any(asked => theme == asked || theme.StartsWith(asked + "--", StringComparison.Ordinal)))
                ?? (service.Sheet.List("thematiques") is [var first, ..] ? first : ""))
            .OrderBy(group => OrderOf(group.Key))
            .Select(group => new GuideChapter(TitleOf(group.Key), [.. group.Select(service => new GuideService(service.Sheet, service.Structure ?? ""))]));
        return new GuideContent([.. chapters], services.Count > MostServices);
    }

    private static int OrderOf(string theme) => theme.Length == 0 ? int.MaxValue : Nomenclature.Of("thematiques").Values.Select(each => each.Value).ToList().IndexOf(theme);

    private static string TitleOf(string theme) => theme.Length == 0
        ? "Autres services"
        : $"{Nomenclature.Category(theme[..theme.IndexOf("--", StringComparison.Ordinal)])}\u00A0: {Nomenclature.Label("thematiques", theme)}";
}

internal static class GuideEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(OfferPages.Address + "/guide", async Task<IResult> (HttpContext context, IMediator mediator, IThemes themes, TimeProvider clock) =>
        {
            var form = SearchForm.Read(context.Request.Query);
            // On paper nobody sees what was looked past: such a guide stays empty.
            var content = form.Refusal is null ? await mediator.Send(new PrintGuide(form.ToQuery(themes)), context.RequestAborted) : new GuideContent([], IsCut: false);
            return PageResults.Show<GuidePage, GuideView>(new GuideView(form, content, clock.TodayInParis()), form.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Read).Keep(Shown.Offer);
}

/// <summary>The page of the guide.</summary>
/// <param name="Form">What it is about.</param>
/// <param name="Content">What it says.</param>
/// <param name="Today">The day.</param>
public sealed record GuideView(SearchForm Form, GuideContent Content, DateOnly Today);
