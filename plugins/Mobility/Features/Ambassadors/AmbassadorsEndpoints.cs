using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Mobility.Features.Ambassadors;

internal static class AmbassadorsEndpoints
{
    public const string Path = "ambassadeurs";

    public static void MapAmbassadors(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (HttpContext context, IMediator mediator, ThemeIdentity theme) =>
            PageResults.Show<AmbassadorsPage, AmbassadorsPageView>(new(
                theme, await mediator.Send(new ShowAmbassadors(), context.RequestAborted), new(AmbassadorForm.Blank, [], await context.MayAsync(Access.Contribute)))))
            .RequireAuthorization(Access.Read);

        pages.MapPost(Path, async Task<IResult> (
            [FromForm] string? firstName, [FromForm] string? words, [FromForm] string? agrees, [FromForm] string? age, [FromForm] string? parents, IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            var form = new AmbassadorForm(firstName, words, agrees, age, parents);
            var outcome = await mediator.Send(new AddAmbassador(form), cancel);
            return outcome.Accepted
                ? PageResults.SeeOther($"{theme.Address}/{Path}")
                : PageResults.Show<AmbassadorsPage, AmbassadorsPageView>(
                    new(theme, await mediator.Send(new ShowAmbassadors(), cancel), new(form, outcome.Refusals, IsOpen: true)), StatusCodes.Status422UnprocessableEntity);
        }).RequireAuthorization(Access.Contribute).WithSummary("Ajouter un témoignage d’ambassadeur");

        pages.MapPost(Path + "/{id:guid}/retrait", async Task<IResult> (Guid id, IMediator mediator, ThemeIdentity theme, CancellationToken cancel) =>
        {
            await mediator.Send(new RemoveAmbassador(id), cancel);
            return PageResults.SeeOther($"{theme.Address}/{Path}");
        }).RequireAuthorization(Access.Contribute).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Retirer un témoignage d’ambassadeur");
    }
}
