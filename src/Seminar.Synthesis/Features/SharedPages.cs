using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.Checks;
using Seminar.Synthesis.Features.Notes;
using Seminar.Synthesis.Features.Overview;
using Seminar.Synthesis.Features.Participation;
using Seminar.Synthesis.Features.Plan;
using Seminar.Synthesis.Features.Quotes;
using Seminar.Synthesis.Features.Roles;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Synthesis.Themes;
using Seminar.Ui;

namespace Seminar.Synthesis.Features;

/// <summary>The addresses of the pages that look across the themes.</summary>
internal static class SharedPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireAuthorization(Access.Read).Keep(Shown.AllThemes);

        pages.MapGet("/", async (HttpContext context, IMediator mediator) =>
            PageResults.Show<OverviewPage, OverviewView>(await mediator.Send(new ShowOverview(await context.ReaderAsync()), context.RequestAborted)));
        pages.MapGet("/ateliers", async (HttpContext context, IMediator mediator) =>
            PageResults.Show<WorkshopsPage, Gathering>(await mediator.Send(new GatherWorkshops(await context.ReaderAsync()), context.RequestAborted)));
        pages.MapGet("/notes", async (string? colonne, string? texte, HttpContext context, IMediator mediator) =>
            PageResults.Show<NotesPage, NotesView>(await mediator.Send(new ShowNotes(colonne, texte, await context.ReaderAsync()), context.RequestAborted)));
        pages.MapGet("/propositions", async (HttpContext context, IMediator mediator) =>
            PageResults.Show<PlanPage, Gathering>(await mediator.Send(new GatherWorkshops(await context.ReaderAsync()), context.RequestAborted)));
        pages.MapGet("/citations", async (HttpContext context, IMediator mediator) =>
            PageResults.Show<QuotesPage, Gathering>(await mediator.Send(new GatherWorkshops(await context.ReaderAsync()), context.RequestAborted)));
        pages.MapGet("/participation", async (HttpContext context, IMediator mediator) =>
            PageResults.Show<ParticipationPage, Gathering>(await mediator.Send(new GatherWorkshops(await context.ReaderAsync()), context.RequestAborted)));
        pages.MapGet("/roles", async (HttpContext context, IMediator mediator) =>
            PageResults.Show<RolesPage, Gathering>(await mediator.Send(new GatherWorkshops(await context.ReaderAsync()), context.RequestAborted)));
        pages.MapGet("/controles", async (HttpContext context, IMediator mediator) =>
            PageResults.Show<ChecksPage, ChecksView>(await mediator.Send(new ShowChecks(), context.RequestAborted)));
    }
}
