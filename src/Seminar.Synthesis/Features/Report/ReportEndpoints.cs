using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Reports.Model;
using Seminar.Ui;

namespace Seminar.Synthesis.Features.Report;

/// <summary>The bilan of one workshop and of the whole seminar, in every format; the same addresses serve people and programs.</summary>
internal static class ReportEndpoints
{
    public const string Address = "/bilan";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireAuthorization(Access.Read).Keep(Shown.AllThemes);
        pages.MapGet(Address, (HttpContext context, IMediator mediator) => ShowAsync(null, context, mediator));
        pages.MapGet(Address + "/{workshop}", (string workshop, HttpContext context, IMediator mediator) => ShowAsync(workshop, context, mediator));

        var files = routes.MapGroup("").WithTags("Bilan").RequireAuthorization(Access.Read).FewAtOnce();
        files.MapGet(Address + ".{format}", (string format, HttpContext context, [FromServices] IMediator mediator) => SendAsync(null, format, null, context, mediator))
            .WithSummary("Le bilan de tout le séminaire (html, docx, odt, md) ou ses données (xlsx, csv, json).")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable).CacheOutput(cache => cache.NoCache());
        files.MapGet(Address + "/{workshop}.{format}", (string workshop, string format, int? version, HttpContext context, [FromServices] IMediator mediator) => SendAsync(workshop, format, version, context, mediator))
            .WithSummary("Le bilan d’un atelier, ou ses données, par la clé de sa thématique ; ?version= pour une version publiée du bilan.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable).CacheOutput(cache => cache.NoCache());
    }

    private static async Task<IResult> ShowAsync(string? workshop, HttpContext context, IMediator mediator)
    {
        if (await mediator.Send(new GatherBilan(workshop, await context.ReaderAsync()), context.RequestAborted) is not { } bilan)
        {
            return Results.NotFound();
        }

        // Each chapter's team alone: the route of the whole names no workshop.
        var mayWrite = workshop is not null && await context.MayAsync(Access.Contribute);
        return workshop is null
            ? PageResults.Show<BilanPage, BilanView>(new BilanView(bilan, await context.MayAsync(Access.Coordinate)))
            : PageResults.Show<WorkshopBilanPage, WorkshopBilanView>(new WorkshopBilanView(bilan.Chapters[0].Theme, bilan, mayWrite));
    }

    private static async Task<IResult> SendAsync(string? workshop, string format, int? version, HttpContext context, IMediator mediator) =>
        Send(await mediator.Send(new MakeReport(workshop, format, await context.ReaderAsync(), Version: version), context.RequestAborted), context.Response);

    /// <summary>The page is shown in the browser; the others are kept as files.</summary>
    public static IResult Send(MadeReport made, HttpResponse response)
    {
        if (made.File is not { } file)
        {
            return Results.Problem(
                made.Refusal, title: made.IsUnknown ? "Introuvable" : "Pas maintenant",
                statusCode: made.IsUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable);
        }

        response.Headers.CacheControl = "no-store";
        if (made.Policy is { } policy)
        {
            response.Headers.ContentSecurityPolicy = policy;
        }

        return Results.Stream(file, made.MediaType, made.Policy is null ? made.Name : null);
    }
}

/// <summary>The bilan of the seminar, before it is written.</summary>
public sealed record BilanView(Bilan Bilan, bool MayImport);

/// <summary>The bilan of one workshop, before it is written.</summary>
public sealed record WorkshopBilanView(ThemeIdentity Theme, Bilan Bilan, bool MayWrite);
