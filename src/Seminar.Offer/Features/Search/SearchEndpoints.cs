using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Offer.Features.Map;
using Seminar.Offer.Hours;
using Seminar.Offer.Standard;
using Seminar.Ui;

namespace Seminar.Offer.Features.Search;

internal static class SearchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(OfferPages.Address, ShowAsync).RequireAuthorization(Access.Read).Keep(Shown.Offer);

    private static async Task<IResult> ShowAsync(HttpContext context, IMediator mediator, IThemes themes, MapTiles tiles, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        var form = SearchForm.Read(context.Request.Query);
        var query = form.ToQuery(themes);
        var isOfServices = form.Kind == SheetKind.Service;
        // Of what is not shown, the number alone is asked.
        var services = await mediator.Send(new FindServices(isOfServices ? query : query with { Skip = 0, Take = 0 }), cancel);
        var structures = isOfServices
            ? new FoundStructures(await mediator.Send(new CountStructures(query), cancel), [], IsLoose: false)
            : await mediator.Send(new FindStructures(query), cancel);
        var density = await mediator.Send(new CountCells(form.Kind, query), cancel);
        var table = form.HasTable ? await mediator.Send(new CountDepartements(form.Kind, query), cancel) : null;
        if (tiles.Server is { } server)
        {
            // On this page alone, pictures may come from there.
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = $"{headers.ContentSecurityPolicy}".Replace("img-src 'self'", $"img-src 'self' {server}", StringComparison.Ordinal);
        }

        var workshops = themes.Running.Where(theme => theme.Description.Offer.Count > 0).Select(theme => (theme.Identity.Key, theme.Identity.Name));
        return PageResults.Show<SearchPage, SearchView>(new SearchView(
            form, [.. workshops], services, structures, density, table, tiles.Credit, clock.InParis(), await context.MayAsync(Access.Follow), await context.MayAsync(Access.Coordinate)));
    }
}

/// <summary>The page of the search.</summary>
/// <param name="Form">What is looked for.</param>
/// <param name="Workshops">The workshops that have an offer of their own.</param>
/// <param name="Services">The services found; their number alone when structures are looked for.</param>
/// <param name="Structures">The structures found; their number alone when services are looked for.</param>
/// <param name="Density">Where all of it is.</param>
/// <param name="Table">The same by département, when it is asked for.</param>
/// <param name="TilesCredit">Who drew the tiles under the map; null without any.</param>
/// <param name="Now">The moment, in Paris.</param>
/// <param name="MayFollow">Whether the reader follows the sheets' quality.</param>
/// <param name="MayImport">Whether the reader may bring in lists.</param>
public sealed record SearchView(
    SearchForm Form, IReadOnlyList<(string Value, string Label)> Workshops, FoundServices Services, FoundStructures Structures, IReadOnlyList<DensityCell> Density,
    IReadOnlyList<DepartementCount>? Table, string? TilesCredit, DateTime Now, bool MayFollow, bool MayImport)
{
    /// <summary>How many sheets of the kind that is looked for.</summary>
    public int Total => Form.Kind == SheetKind.Service ? Services.Total : Structures.Total;

    /// <summary>Whether none has all the words.</summary>
    public bool IsLoose => Form.Kind == SheetKind.Service ? Services.IsLoose : Structures.IsLoose;

    /// <summary>The sheets of the page.</summary>
    public IEnumerable<Sheet> Sheets => Form.Kind == SheetKind.Service ? Services.Services.Select(found => found.Sheet) : Structures.Structures.Select(found => found.Sheet);
}
