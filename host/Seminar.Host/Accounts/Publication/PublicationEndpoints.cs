using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.Synthesis.Features.SeminarContent;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Accounts.Publication;

/// <summary>Opens the seminar to all readers, or keeps it to its team.</summary>
internal static class PublicationEndpoints
{
    private const string Address = "/administration/seminaire";

    public static void MapPublication(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, (SeminarSite site) => PageResults.Show<PublicationPage, PublicationView>(new PublicationView(site.IsPublished)))
            .RequireAuthorization(Policy.Coordinate).ExcludeFromDescription();
        routes.MapPost(Address, async ([FromForm] bool publie, SeminarModule seminar, CancellationToken cancel) =>
        {
            await seminar.AskAsync(new PublishSeminar(publie), cancel);
            return PageResults.SeeOther(Address);
        }).RequireAuthorization(Policy.Coordinate).WithSummary("Publier ou dépublier le séminaire").ExcludeFromDescription();
        routes.MapPut("/api/seminar/publication", async (PublicationOrder order, SeminarModule seminar, CancellationToken cancel) =>
        {
            await seminar.AskAsync(new PublishSeminar(order.IsPublished), cancel);
            return Results.NoContent();
        }).RequireAuthorization(Policy.Coordinate).WithTags("Séminaire").Produces(204)
            .WithSummary("Publie le séminaire, lisible alors par tous, ou le garde à son équipe.");
    }
}

/// <summary>What to do with the seminar.</summary>
/// <param name="IsPublished">Whether anyone may read it.</param>
internal sealed record PublicationOrder(bool IsPublished);

/// <summary>The page of publication.</summary>
public sealed record PublicationView(bool IsPublished);
