using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Seminar.Contracts.Pages;
using Seminar.Offer.Features.StillRight;
using Seminar.Offer.Hours;
using Seminar.Offer.Quality;
using Seminar.Offer.Standard;
using Seminar.Ui;

namespace Seminar.Offer.Features.ShowSheet;

/// <summary>The sheet of a service, of a structure; and what its team says of it.</summary>
internal static class SheetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(SheetAddress.Services + "/{**id}", ShowServiceAsync).RequireAuthorization(Access.Read).Keep(Shown.Offer);
        routes.MapGet(SheetAddress.Structures + "/{**id}", ShowStructureAsync).RequireAuthorization(Access.Read).Keep(Shown.Offer);
        routes.MapPost(OfferPages.Address + "/toujours-exact", ConfirmAsync).RequireAuthorization(Access.Follow).WithSummary("Dire qu’une fiche est toujours exacte");
    }

    private static async Task<IResult> ShowServiceAsync(string id, HttpContext context, IMediator mediator, TimeProvider clock)
    {
        if (await mediator.Send(new ReadSheet(SheetKind.Service, id), context.RequestAborted) is not { } read)
        {
            return Results.NotFound();
        }

        var mayFollow = await context.MayAsync(Access.Follow);
        var shown = mayFollow ? read : read with { Sheet = read.Sheet.ForEveryone() };
        return PageResults.Show<ServicePage, ServiceView>(new ServiceView(shown, QualityScore.Of(read.Sheet, read.UpToDate, clock.TodayInParis()), clock.InParis(), mayFollow));
    }

    private static async Task<IResult> ShowStructureAsync(string id, HttpContext context, IMediator mediator, OwnerLinks owners, IConfiguration configuration, TimeProvider clock)
    {
        if (await mediator.Send(new ReadSheet(SheetKind.Structure, id), context.RequestAborted) is not { } read)
        {
            return Results.NotFound();
        }

        var mayFollow = await context.MayAsync(Access.Follow);
        var ownerAddress = mayFollow ? $"{SiteAddress.Of(context, configuration)}{OwnerEndpoints.Address}/{owners.CodeOf(id)}" : null;
        return PageResults.Show<StructurePage, StructureView>(new StructureView(read, clock.InParis(), mayFollow, ownerAddress));
    }

    private static async Task<IResult> ConfirmAsync([FromForm] string? service, [FromForm] string? structure, [FromForm] string? retour, IMediator mediator, CancellationToken cancel)
    {
        var (kind, id) = service is null ? (SheetKind.Structure, structure ?? "") : (SheetKind.Service, service);
        if (!await mediator.Send(new ConfirmSheet(kind, id), cancel))
        {
            return Results.NotFound();
        }

        return PageResults.SeeOther(retour == "qualite" ? OfferPages.Address + "/qualite" : SheetAddress.Of(kind, id));
    }
}

/// <summary>The page of a service.</summary>
/// <param name="Read">Its sheet.</param>
/// <param name="Quality">How good the sheet is.</param>
/// <param name="Now">The moment, in Paris.</param>
/// <param name="MayFollow">Whether the reader may say that it is right.</param>
public sealed record ServiceView(ReadSheetAnswer Read, QualityScore Quality, DateTime Now, bool MayFollow);

/// <summary>The page of a structure.</summary>
/// <param name="Read">Its sheet.</param>
/// <param name="Now">The moment, in Paris.</param>
/// <param name="MayFollow">Whether the reader may say that it is right.</param>
/// <param name="OwnerAddress">What to send to the structure, so that it says itself what is right; null for other readers.</param>
public sealed record StructureView(ReadSheetAnswer Read, DateTime Now, bool MayFollow, string? OwnerAddress);
