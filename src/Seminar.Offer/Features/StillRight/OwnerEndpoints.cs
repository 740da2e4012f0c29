using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Offer.Features.ShowSheet;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.StillRight;

/// <summary>The page that a structure opens by its link; the link is the key.</summary>
internal static class OwnerEndpoints
{
    public const string Address = OfferPages.Address + "/mes-fiches";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address + "/{code}").AllowAnonymous();
        pages.MapGet("", ShowAsync).CacheOutput(cache => cache.NoCache());
        pages.MapPost("", ConfirmAsync).WithSummary("Dire, par le lien d’une structure, qu’une fiche est toujours exacte");
    }

    private static async Task<IResult> ShowAsync(string code, OwnerLinks links, IMediator mediator, CancellationToken cancel) =>
        links.StructureOf(code) is { } structure && await mediator.Send(new ReadOwnSheets(structure), cancel) is { Count: > 0 } sheets
            ? PageResults.Show<OwnerPage, OwnerView>(new OwnerView($"{Address}/{code}", sheets))
            : PageResults.Show<OwnerPage, OwnerView>(new OwnerView("", []), StatusCodes.Status404NotFound);

    private static async Task<IResult> ConfirmAsync(string code, [FromForm] string? service, [FromForm] string? structure, OwnerLinks links, IMediator mediator, CancellationToken cancel)
    {
        if (links.StructureOf(code) is not { } own)
        {
            return await ShowAsync(code, links, mediator, cancel);
        }

        var (kind, id) = service is null ? (SheetKind.Structure, structure ?? "") : (SheetKind.Service, service);
        return await mediator.Send(new ConfirmSheet(kind, id, OfStructure: own), cancel) ? PageResults.SeeOther($"{Address}/{code}") : Results.NotFound();
    }
}

/// <summary>The sheets of a structure; none when the link is not good.</summary>
/// <param name="Action">Where the forms are sent.</param>
/// <param name="Sheets">Its own, then its services.</param>
public sealed record OwnerView(string Action, IReadOnlyList<OwnSheet> Sheets);
