using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Synthesis.Features.TransversalSynthesis.Drafting;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Written;

/// <summary>The desk where the coordination writes the synthesis, sentence by sentence, from what the program proposes or freely.</summary>
internal static class WriteEndpoints
{
    public const string Address = "/synthese/ecrire";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup(Address).RequireAuthorization(Access.Coordinate);
        desk.MapGet("", async (HttpContext context, IMediator mediator) => await ShowAsync(null, null, StatusCodes.Status200OK, context, mediator)).CacheOutput(cache => cache.NoCache());
        desk.MapPost("", ReviseAsync).WithSummary("Écrire la synthèse");
        desk.MapPost("/brouillon", async ([FromForm] string? sujet, HttpContext context, IMediator mediator) =>
            await ShowAsync(null, null, StatusCodes.Status200OK, context, mediator, await mediator.Send(new DraftPair(sujet ?? ""), context.RequestAborted)))
            .WithMetadata(new OwnTrail()).WithSummary("Faire rédiger un brouillon par le modèle de langue");
    }

    private static async Task<IResult> ReviseAsync(IFormCollection form, HttpContext context, IMediator mediator)
    {
        if (RevisionOf(form) is not { } revision)
        {
            return await ShowAsync("Choisissez ce qu’il faut faire.", form, StatusCodes.Status422UnprocessableEntity, context, mediator);
        }

        var revised = await mediator.Send(new ReviseSynthesis(form["version"].ToString(), revision), context.RequestAborted);
        return revised.Outcome.Accepted
            ? PageResults.SeeOther(Address)
            : await ShowAsync(
                revised.Outcome.Refusals[0].Message, form, revised.IsOutdated ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, context, mediator);
    }

    private static Revision? RevisionOf(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().ReplaceLineEndings(" ").Trim();
        string? Chosen(string name) => Text(name) is { Length: > 0 } value ? value : null;
        IReadOnlyList<ItemReference> References(string name) => [.. form[name].Select(ItemReference.Parse).OfType<ItemReference>()];
        var number = int.TryParse(form["numero"], out var given) ? given : -1;
        return Text("geste") switch
        {
            "ligne" => new AddRow(Text("plus"), Text("moins"), Chosen("sujet"), References("preuve-plus"), References("preuve-moins")),
            "changer-ligne" => new ChangeRow(number, Text("plus"), Text("moins")),
            "retirer-ligne" => new RemoveRow(number),
            "axe" => new AddAxis(Text("texte"), Chosen("sujet")),
            "changer-axe" => new ChangeAxis(number, Text("texte")),
            "retirer-axe" => new RemoveAxis(number),
            "citer" when Text("sujet").Split(':', 2) is [var kind, var key] => new Cite(form["phrase"].ToString(), kind == "axe" ? SubjectKind.Axis : SubjectKind.Topic, key),
            "decrocher" => new Uncite(form["phrase"].ToString(), References("note")),
            _ => null,
        };
    }

    private static async Task<IResult> ShowAsync(string? refusal, IFormCollection? typed, int status, HttpContext context, IMediator mediator, PairDraft? draft = null) => PageResults.Show<WritePage, WriteView>(
        new WriteView(await mediator.Send(new ReadSynthesis(), context.RequestAborted), refusal, Typed.Of(typed), context.RequestServices.GetRequiredService<LanguageModel>().Server, draft), status);
}

/// <summary>The desk.</summary>
/// <param name="Reading">The synthesis as it stands.</param>
/// <param name="Refusal">Why the last change was refused, or null.</param>
/// <param name="Typed">What was typed then.</param>
/// <param name="Server">Where notes are sent when a draft is asked for; null: nowhere, no draft can be asked for.</param>
/// <param name="Draft">A draft that was asked for, or null.</param>
public sealed record WriteView(SynthesisReading Reading, string? Refusal, Typed? Typed, string? Server, PairDraft? Draft);

/// <summary>What was typed in a form that was refused: it stays in its field.</summary>
public sealed record Typed(string Gesture, string Number, string Subject, string Plus, string Minus, string Text)
{
    internal static Typed? Of(IFormCollection? form) => form is null
        ? null
        : new Typed(form["geste"].ToString(), form["numero"].ToString(), form["sujet"].ToString(), form["plus"].ToString(), form["moins"].ToString(), form["texte"].ToString());

    /// <summary>Whether it was typed in this form.</summary>
    public bool Is(string gesture, string mark) => Gesture == gesture && (Number == mark || Subject == mark);
}
