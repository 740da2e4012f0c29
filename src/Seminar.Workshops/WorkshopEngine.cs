using System.Reflection;
using Autofac;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Storage;
using Seminar.Ui;
using Seminar.Workshops.Features.Contribute;
using Seminar.Workshops.Features.ImportBoard;
using Seminar.Workshops.Features.LiveFeed;
using Seminar.Workshops.Features.RunWorkshop;
using Seminar.Workshops.Features.SendOperations;
using Seminar.Workshops.Features.ShowWorkshop;
using Seminar.Workshops.Features.TakePart;
using Seminar.Workshops.Features.WriteReport;

namespace Seminar.Workshops;

/// <summary>The workshop engine, for the host that gives it to every theme.</summary>
public static class WorkshopEngine
{
    /// <summary>Holds the handlers that each theme's scope registers.</summary>
    public static Assembly Assembly { get; } = typeof(WorkshopEngine).Assembly;

    /// <summary>The engine's tables, present in every theme's database beside the theme's own.</summary>
    public static MigrationSeries Migrations { get; } = MigrationSeries.EmbeddedIn(Assembly, "workshop");

    /// <summary>Adds the engine's services to a theme's scope.</summary>
    /// <param name="services">The builder of the scope.</param>
    public static void Register(ContainerBuilder services)
    {
        services.RegisterType<PanelDrawing>().InstancePerLifetimeScope();
        services.RegisterType<BoardFeed>().SingleInstance();
        services.RegisterType<BoardDrafts>().SingleInstance();
        services.RegisterType<ContributionRun>().SingleInstance();
    }

    /// <summary>Maps the workshop page, at the address of the theme itself, and its live board.</summary>
    /// <param name="pages">The theme's route group.</param>
    /// <param name="theme">The theme.</param>
    public static void Map(IEndpointRouteBuilder pages, ThemeIdentity theme)
    {
        BoardEndpoints.Map(pages);
        TakePartEndpoints.Map(pages, theme.BoardAddress);
        RunWorkshopEndpoints.Map(pages);
        WriteReportEndpoints.Map(pages);
        ImportBoardEndpoints.Map(pages);
        pages.MapGet("", async (HttpContext context, IMediator mediator) =>
            PageResults.Show<WorkshopPage, WorkshopView>(await mediator.Send(new ShowWorkshop(await context.ReaderAsync()), context.RequestAborted)))
            .RequireAuthorization(Access.Read).Keep(Shown.OwnTheme | Shown.Offer);
    }
}
