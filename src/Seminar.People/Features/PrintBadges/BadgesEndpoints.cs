using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Seminar.Contracts.Pages;
using Seminar.People.Programme;
using Seminar.Ui;

namespace Seminar.People.Features.PrintBadges;

/// <summary>What is printed: badges, sign-in sheets, certificates. Each page has its own size of paper.</summary>
internal static class BadgesEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireAuthorization(Access.Coordinate);
        pages.MapGet("/badges", async Task<IResult> (WorkshopProgramme programme, HttpContext context, IMediator mediator, IConfiguration configuration) =>
        {
            await mediator.Send(new PrepareBadges(SiteAddress.Of(context, configuration)), context.RequestAborted);
            return PageResults.Show<BadgesPage, BadgesMenuView>(new BadgesMenuView(await programme.ReadAsync(context.RequestAborted)));
        });
        pages.MapGet("/badges/feuilles", async Task<IResult> (string? atelier, string? famille, Guid? personne, HttpContext context, IMediator mediator, IConfiguration configuration) =>
            PageResults.Show<BadgeSheetsPage, BadgesView>(new BadgesView(await ReadAsync(atelier, famille, personne, SiteAddress.Of(context, configuration), mediator, context)))).OnTrail("Imprimer des badges");
        pages.MapGet("/badges/etiquettes", async Task<IResult> (string? atelier, string? famille, Guid? personne, HttpContext context, IMediator mediator, IConfiguration configuration) =>
            PageResults.Show<BadgeLabelsPage, BadgesView>(new BadgesView(await ReadAsync(atelier, famille, personne, SiteAddress.Of(context, configuration), mediator, context)))).OnTrail("Imprimer des badges");
        pages.MapGet("/attestations", async Task<IResult> (string? atelier, Guid? personne, HttpContext context, IMediator mediator) =>
            PageResults.Show<CertificatesPage, BadgesView>(new BadgesView(await ReadAsync(atelier, null, personne, null, mediator, context, arrivedOnly: true)))).OnTrail("Imprimer des attestations");
        pages.MapGet("/emargement/{workshop}", async Task<IResult> (string workshop, HttpContext context, IMediator mediator, WorkshopProgramme programme) =>
            await programme.FindAsync(workshop, context.RequestAborted) is { } found
                ? PageResults.Show<SignInSheetPage, SignInSheetView>(new SignInSheetView(found, await ReadAsync(workshop, null, null, null, mediator, context)))
                : Results.NotFound()).OnTrail("Imprimer une feuille d’émargement");
    }

    private static Task<IReadOnlyList<BadgeView>> ReadAsync(
        string? workshop, string? family, Guid? person, string? site, IMediator mediator, HttpContext context, bool arrivedOnly = false) =>
        mediator.Send(new ReadBadges(Given(workshop), Given(family), person, arrivedOnly, site), context.RequestAborted);

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

/// <summary>The choice of what to print.</summary>
public sealed record BadgesMenuView(IReadOnlyList<ProgrammeWorkshop> Workshops);

/// <summary>Badges or certificates to print.</summary>
public sealed record BadgesView(IReadOnlyList<BadgeView> Badges);

/// <summary>A sign-in sheet to print.</summary>
public sealed record SignInSheetView(ProgrammeWorkshop Workshop, IReadOnlyList<BadgeView> People);
