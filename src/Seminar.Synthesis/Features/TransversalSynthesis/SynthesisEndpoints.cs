using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Synthesis.Features.TransversalSynthesis.Live;
using Seminar.Synthesis.Features.TransversalSynthesis.Written;
using Seminar.Ui;

namespace Seminar.Synthesis.Features.TransversalSynthesis;

/// <summary>The synthesis: its page, its desk, and the same for programs.</summary>
internal static class SynthesisEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/synthese", async (string? tous, HttpContext context, IMediator mediator) => PageResults.Show<SynthesisPage, SynthesisView>(
            await mediator.Send(new ShowSynthesis(await context.MayAsync(Access.Coordinate), tous == "oui", await context.ReaderAsync()), context.RequestAborted))).RequireAuthorization(Access.Read).Keep(Shown.AllThemes);
        routes.MapGet("/api/synthesis", async (string? format, [FromServices] IMediator mediator, CancellationToken cancel) =>
            await mediator.Send(new MakeSynthesisFile(format ?? "json"), cancel) is { } text
                ? Results.Text(text, format == "md" ? "text/markdown; charset=utf-8" : "application/json; charset=utf-8")
                : Results.Problem($"Le format « {format} » n’existe pas. Formats : json, md.", title: "Introuvable", statusCode: StatusCodes.Status404NotFound))
            .RequireAuthorization(Access.Read).WithTags("Synthèse").WithSummary("La synthèse transversale : sujets, paires, axes, avec les notes et propositions derrière ; ?format=md pour la lire.")
            .Produces<SynthesisDocument>().ProducesProblem(StatusCodes.Status404NotFound);
        SubjectEndpoints.Map(routes);
        WriteEndpoints.Map(routes);
        LiveEndpoints.Map(routes);
    }
}
