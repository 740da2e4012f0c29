using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.SendOperations;

namespace Seminar.Workshops.Features.WriteReport;

/// <summary>The rapporteur's desk: one page for one workshop, a form for each thing that the bilan says. The whole team writes; nobody overwrites.</summary>
internal static class WriteReportEndpoints
{
    public const string Address = "bilan";

    /// <summary>The lists of the desk by their address: the kind of operation that they take, and where it names the thing.</summary>
    private static readonly Dictionary<string, (string Name, Func<BoardOperation, Guid, BoardOperation> Naming)> Parts = new()
    {
        ["sous-themes"] = ("heading", (operation, id) => operation with { Heading = id }),
        ["axes"] = ("axis", (operation, id) => operation with { Axis = id }),
        ["propositions"] = ("proposal", (operation, id) => operation with { Proposal = id }),
        ["citations"] = ("quote", (operation, id) => operation with { Quote = id }),
    };

    public static void Map(IEndpointRouteBuilder pages)
    {
        var desk = pages.MapGroup(Address).RequireAuthorization(Access.Contribute);
        desk.MapGet("", (IMediator mediator, ThemeIdentity theme) => ShowAsync(mediator, theme, null, null)).CacheOutput(cache => cache.NoCache());
        desk.MapGet("versions/{number:int}", async Task<IResult> (int number, int? avec, IMediator mediator, CancellationToken cancel) =>
            await mediator.Send(new ShowVersion(number, avec), cancel) is { } version ? PageResults.Show<VersionPage, VersionView>(version) : Results.NotFound())
            .CacheOutput(cache => cache.NoCache());
        desk.MapPost("etat", async ([FromForm] string? relecture, IMediator mediator, ThemeIdentity theme) =>
            await AnswerAsync(await mediator.Send(new ReviewReport(relecture == "oui")), mediator, theme)).WithSummary("Mettre le bilan en relecture, ou le reprendre");
        desk.MapPost("versions", async (HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) =>
            await AnswerAsync(await mediator.Send(new PublishReport((await BoardAuthors.OfAsync(context, rights))?.Name ?? "")), mediator, theme))
            .WithSummary("Publier le bilan").WithMetadata(new RequireAntiforgeryTokenAttribute());

        var forms = desk.MapGroup("").WithMetadata(new OwnTrail());
        MapForm(forms, "presentation", "report.introduce", DeskForm.Introduction);
        MapForm(forms, "participation", "report.count", DeskForm.Attendance);
        forms.MapPost("sous-themes/{id:guid}/monter", RaiseAsync);
        MapForm(forms, "propositions/{id:guid}/axe", "proposal.arrange", (operation, form) => DeskForm.Part(operation, form) with { Proposal = form.Id });
        MapPart(forms, "{part}", "add");
        MapPart(forms, "{part}/{id:guid}", "edit");
        MapPart(forms, "{part}/{id:guid}/retrait", "delete");
    }

    private static void MapForm(RouteGroupBuilder forms, string path, string kind, Func<BoardOperation, DeskForm, BoardOperation> read) =>
        forms.MapPost(path, (Guid? id, IFormCollection fields, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) =>
        {
            var form = new DeskForm(kind, id ?? Guid.CreateVersion7(), fields, theme);
            return DoAsync(read(form.Operation, form), context, mediator, rights, theme, form.Typed);
        });

    /// <summary>Adding, changing and taking away are alike for all that stands in a list.</summary>
    private static void MapPart(RouteGroupBuilder forms, string path, string verb) =>
        forms.MapPost(path, async Task<IResult> (string part, Guid? id, IFormCollection fields, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme) =>
        {
            if (!Parts.TryGetValue(part, out var kind))
            {
                return Results.NotFound();
            }

            var form = new DeskForm($"{kind.Name}.{verb}", id ?? Guid.CreateVersion7(), fields, theme);
            return await DoAsync(kind.Naming(DeskForm.Part(form.Operation, form), form.Id), context, mediator, rights, theme, form.Typed);
        });

    /// <summary>Puts a heading before the one above it.</summary>
    private static async Task<IResult> RaiseAsync(Guid id, [FromForm] string? colonne, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme)
    {
        var headings = (await mediator.Send(new ReadDesk())).Headings.Where(heading => heading.Column == colonne).OrderBy(heading => heading.Position).Select(heading => heading.Id).ToList();
        var place = headings.IndexOf(id);
        if (place > 0)
        {
            (headings[place - 1], headings[place]) = (headings[place], headings[place - 1]);
        }

        return await DoAsync(
            new BoardOperation(Guid.CreateVersion7(), "heading.order") { Column = colonne, Headings = headings }, context, mediator, rights, theme,
            new DeskTyped("heading.order", id, new Dictionary<string, string?>()));
    }

    private static async Task<IResult> DoAsync(
        BoardOperation operation, HttpContext context, IMediator mediator, IAuthorizationService rights, ThemeIdentity theme, DeskTyped typed)
    {
        if (await BoardAuthors.OfAsync(context, rights) is not { } author)
        {
            return Results.Forbid();
        }

        var answer = (await mediator.Send(new SendOperations.SendOperations(author, [operation]), CancellationToken.None))[0];
        return answer.Message is null
            ? PageResults.SeeOther($"{theme.Address}/{Address}#{typed.Anchor}")
            : await ShowAsync(mediator, theme, answer.Message, typed with { IsConflict = answer.Code == "conflict" });
    }

    private static async Task<IResult> AnswerAsync(Outcome outcome, IMediator mediator, ThemeIdentity theme) => outcome.Accepted
        ? PageResults.SeeOther($"{theme.Address}/{Address}")
        : await ShowAsync(mediator, theme, outcome.Refusals[0].Message, null);

    private static async Task<IResult> ShowAsync(IMediator mediator, ThemeIdentity theme, string? refusal, DeskTyped? typed) =>
        PageResults.Show<ReportDeskPage, ReportDeskView>(
            new ReportDeskView(theme, await mediator.Send(new ReadDesk()), refusal, typed),
            refusal is null ? StatusCodes.Status200OK : typed is { IsConflict: true } ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The desk as it is shown.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Desk">What it holds.</param>
/// <param name="Refusal">Why something could not be done, or null.</param>
/// <param name="Typed">What was typed then: it is never lost.</param>
public sealed record ReportDeskView(ThemeIdentity Theme, ReportDesk Desk, string? Refusal, DeskTyped? Typed)
{
    /// <summary>What a field shows: what was typed into it before a refusal, or what is stored. A conflict shows both texts apart.</summary>
    internal string? Kept(string kind, string field, string? stored, Guid id = default) =>
        Typed is { IsConflict: false } typed && typed.Kind == kind && (typed.Id == id || kind.EndsWith(".add", StringComparison.Ordinal)) ? typed.Of(field) : stored;
}
