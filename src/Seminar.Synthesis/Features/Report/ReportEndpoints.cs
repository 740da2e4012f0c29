using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Reports.Formats;
using Seminar.Reports.Model;
using Seminar.Reports.Outline;

namespace Seminar.Synthesis.Features.Report;

/// <summary>The bilan of one workshop and of the whole seminar, in every format; the same addresses serve people and programs.</summary>
internal static class ReportEndpoints
{
    public const string Address = "/bilan";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireAuthorization(Access.Read);
        pages.MapGet(Address, (HttpContext context, IMediator mediator) => ShowAsync(null, context, mediator));
        pages.MapGet(Address + "/{workshop}", (string workshop, HttpContext context, IMediator mediator) => ShowAsync(workshop, context, mediator));

        var files = routes.MapGroup("").WithTags("Bilan").RequireAuthorization(Access.Read);
        files.MapGet(Address + ".{format}", (string format, HttpContext context, [FromServices] IMediator mediator) => SendAsync(null, format, context, mediator))
            .WithSummary("Le bilan de tout le séminaire : html, docx, odt, md.").Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).CacheOutput(cache => cache.NoCache());
        files.MapGet(Address + "/{workshop}.{format}", (string workshop, string format, HttpContext context, [FromServices] IMediator mediator) => SendAsync(workshop, format, context, mediator))
            .WithSummary("Le bilan d’un atelier, par la clé de sa thématique.").Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).CacheOutput(cache => cache.NoCache());
    }

    private static async Task<IResult> ShowAsync(string? workshop, HttpContext context, IMediator mediator)
    {
        if (await mediator.Send(new GatherBilan(workshop), context.RequestAborted) is not { } bilan)
        {
            return Results.NotFound();
        }

        // Each chapter's team alone: the route of the whole names no workshop.
        var mayWrite = workshop is not null && await context.MayAsync(Access.Contribute);
        return workshop is null
            ? PageResults.Show<BilanPage, BilanView>(new BilanView(bilan))
            : PageResults.Show<WorkshopBilanPage, WorkshopBilanView>(new WorkshopBilanView(bilan.Chapters[0].Theme, bilan, mayWrite));
    }

    private static async Task<IResult> SendAsync(string? workshop, string format, HttpContext context, IMediator mediator)
    {
        if (ReportFormats.Find(format) is not { } found)
        {
            return Results.Problem($"Le format « {format} » n’existe pas. Formats : {string.Join(", ", ReportFormats.All.Select(each => each.Key))}.", statusCode: StatusCodes.Status404NotFound, title: "Introuvable");
        }

        return await mediator.Send(new GatherBilan(workshop), context.RequestAborted) is { } bilan
            ? new ReportFile(found, bilan, workshop)
            : Results.Problem($"Aucun bilan pour l’atelier « {workshop} » : sa thématique n’est pas en service, ou il est encore vide.", statusCode: StatusCodes.Status404NotFound, title: "Introuvable");
    }

    /// <summary>Writes the file straight into the answer. The page is shown in the browser; the others are kept as files.</summary>
    private sealed class ReportFile(IReportFormat format, Bilan bilan, string? workshop) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var report = BilanOutline.Write(bilan);
            var response = httpContext.Response;
            response.ContentType = format.MediaType;
            response.Headers.CacheControl = "no-store";
            if (ReportFormats.PolicyOf(format, report) is { } policy)
            {
                response.Headers.ContentSecurityPolicy = policy;
            }
            else
            {
                response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
                {
                    FileName = $"bilan-{workshop ?? bilan.Seminar?.Id ?? "seminaire"}-{bilan.At:yyyy-MM-dd}.{format.Key}",
                }.ToString();
            }

            await format.WriteAsync(report, response.Body, httpContext.RequestAborted);
        }
    }
}

/// <summary>The bilan of the seminar, before it is written.</summary>
public sealed record BilanView(Bilan Bilan);

/// <summary>The bilan of one workshop, before it is written.</summary>
public sealed record WorkshopBilanView(ThemeIdentity Theme, Bilan Bilan, bool MayWrite);
