using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Ui;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Decisions;

/// <summary>A topic or an axis with its evidence, and what can be decided about it.</summary>
internal static class SubjectEndpoints
{
    private const string Topics = "/synthese/sujets";
    private const string Axes = "/synthese/axes";

    private static readonly Dictionary<string, Gesture> Gestures = new()
    {
        ["accepter"] = Gesture.Accept, ["ecarter"] = Gesture.Reject, ["reprendre"] = Gesture.Reset, ["renommer"] = Gesture.Rename, ["reunir"] = Gesture.Merge,
        ["separer"] = Gesture.Separate, ["retirer"] = Gesture.TakeOut, ["deplacer"] = Gesture.Move, ["detacher"] = Gesture.Split, ["vu"] = Gesture.Look,
    };

    public static string AddressOf(SubjectKind kind, string key) => $"{(kind == SubjectKind.Topic ? Topics : Axes)}/{Uri.EscapeDataString(key)}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (address, kind) in new[] { (Topics, SubjectKind.Topic), (Axes, SubjectKind.Axis) })
        {
            routes.MapGet(address + "/{key}", (string key, HttpContext context, IMediator mediator) => ShowAsync(kind, key, null, StatusCodes.Status200OK, context, mediator))
                .RequireAuthorization(Access.Read).Keep(Shown.AllThemes);
            routes.MapPost(address + "/{key}", (string key, IFormCollection form, HttpContext context, IMediator mediator) => DecideAsync(kind, key, form, context, mediator))
                .RequireAuthorization(Access.Coordinate).WithSummary("Décider d’un sujet de la synthèse");
        }
    }

    private static async Task<IResult> DecideAsync(SubjectKind kind, string key, IFormCollection form, HttpContext context, IMediator mediator)
    {
        if (!Gestures.TryGetValue(form["geste"].ToString(), out var gesture) || !int.TryParse(form["version"], out var version))
        {
            return await ShowAsync(kind, key, "Choisissez ce qu’il faut faire.", StatusCodes.Status422UnprocessableEntity, context, mediator);
        }

        var items = form["note"].Select(ItemReference.Parse).OfType<ItemReference>().ToList();
        var decided = await mediator.Send(new Decide(kind, key, version, gesture, form["intitule"], form["avec"], items), context.RequestAborted);
        if (decided.Outcome.Accepted)
        {
            return PageResults.SeeOther(AddressOf(kind, decided.Key));
        }

        return await ShowAsync(
            kind, key, decided.Outcome.Refusals[0].Message, decided.IsOutdated ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, context, mediator);
    }

    private static async Task<IResult> ShowAsync(SubjectKind kind, string key, string? refusal, int status, HttpContext context, IMediator mediator)
    {
        var reading = await mediator.Send(new ReadSynthesis(), context.RequestAborted);
        if (reading.Of(kind).FirstOrDefault(subject => subject.Topic.Key == key) is { } subject)
        {
            return PageResults.Show<SubjectPage, SubjectView>(new SubjectView(kind, subject, reading, await context.MayAsync(Access.Coordinate), refusal), status);
        }

        // A subject that was merged leads on to the one that took it in.
        var home = reading.Of(kind).FirstOrDefault(each => each.Merged.Any(merged => merged.Key == key));
        return home is null ? Results.NotFound() : PageResults.SeeOther(AddressOf(kind, home.Topic.Key));
    }
}

/// <summary>The page of a topic or an axis.</summary>
public sealed record SubjectView(SubjectKind Kind, Subject Subject, SynthesisReading Reading, bool MayDecide, string? Refusal);
