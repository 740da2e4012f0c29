using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Offer.Features.Map;
using Seminar.Offer.Hours;

namespace Seminar.Offer.Features.Search;

internal static class SearchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(OfferPages.Address, ShowAsync).RequireAuthorization(Access.Read);

    private static async Task<IResult> ShowAsync(HttpContext context, IMediator mediator, IThemes themes, TimeProvider clock)
    {
        var form = SearchForm.Read(context.Request.Query);
        var query = form.ToQuery(themes);
        var found = await mediator.Send(new FindServices(query), context.RequestAborted);
        var density = await mediator.Send(new CountCells(query), context.RequestAborted);
        var workshops = themes.Running.Where(theme => theme.Description.Offer.Count > 0).Select(theme => (theme.Identity.Key, theme.Identity.Name));
        return PageResults.Show<SearchPage, SearchView>(new SearchView(form, [.. workshops], found, density, clock.InParis(), await context.MayAsync(Access.Follow), await context.MayAsync(Access.Coordinate)));
    }
}

/// <summary>The page of the search.</summary>
/// <param name="Form">What is looked for.</param>
/// <param name="Workshops">The workshops that have an offer of their own.</param>
/// <param name="Found">What was found.</param>
/// <param name="Density">Where all of it is.</param>
/// <param name="Now">The moment, in Paris.</param>
/// <param name="MayFollow">Whether the reader follows the sheets' quality.</param>
/// <param name="MayImport">Whether the reader may bring in lists.</param>
public sealed record SearchView(SearchForm Form, IReadOnlyList<(string Value, string Label)> Workshops, FoundServices Found, IReadOnlyList<DensityCell> Density, DateTime Now, bool MayFollow, bool MayImport);
