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

        pages.MapGet("/", async (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<OverviewPage, OverviewView>(await mediator.Send(new ShowOverview(), cancel)));
        pages.MapGet("/ateliers", async (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<WorkshopsPage, Gathering>(await mediator.Send(new GatherWorkshops(), cancel)));
        pages.MapGet("/notes", async (string? colonne, string? texte, IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<NotesPage, NotesView>(await mediator.Send(new ShowNotes(colonne, texte), cancel)));
        pages.MapGet("/propositions", async (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<PlanPage, Gathering>(await mediator.Send(new GatherWorkshops(), cancel)));
        pages.MapGet("/citations", async (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<QuotesPage, Gathering>(await mediator.Send(new GatherWorkshops(), cancel)));
        pages.MapGet("/participation", async (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<ParticipationPage, Gathering>(await mediator.Send(new GatherWorkshops(), cancel)));
        pages.MapGet("/roles", async (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<RolesPage, Gathering>(await mediator.Send(new GatherWorkshops(), cancel)));
        pages.MapGet("/controles", async (IMediator mediator, CancellationToken cancel) =>
            PageResults.Show<ChecksPage, ChecksView>(await mediator.Send(new ShowChecks(), cancel)));
    }
}
