using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.Ui;

namespace Seminar.People.Features.Arrivals;

/// <summary>The door: finding people, welcoming them, taking in those who did not register. With forms, and for the page's script in JSON.</summary>
internal static class ArrivalsEndpoints
{
    public const string Address = "/accueil";

    private const string OwnHeader = "X-Seminar";
    private const int MostOperations = 1000;
    private const int MostBytes = 512 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup(Address).RequireAuthorization(Access.Welcome);
        door.MapGet("", async Task<IResult> (string? q, IMediator mediator, CancellationToken cancel) => await ShowAsync(q, WalkInForm.Blank, null, mediator, cancel));
        door.MapGet("liste.json", async Task<IResult> (HttpContext context, IMediator mediator) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(await mediator.Send(new ListArrivals(), context.RequestAborted), Json);
        });
        OfflineWorker.Map(routes.MapGroup(Address), Address);
        door.MapPost("pointages", RecordAsync).WithSummary("Pointer à la porte");
        door.MapPost("personnes/{id:guid}/{what}", WelcomeAsync).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithSummary("Pointer à la porte");
        door.MapPost("sans-inscription", WalkInAsync).WithSummary("Accueillir sans inscription");
    }

    /// <summary>The header can't be sent by another site's form: it stands for a form's token, which a page opened offline can't renew.</summary>
    private static async Task<IResult> RecordAsync(HttpContext context, IMediator mediator)
    {
        if (!context.Request.Headers.ContainsKey(OwnHeader) || context.Request.ContentLength is null or > MostBytes)
        {
            return Results.BadRequest();
        }

        List<ArrivalOperation>? operations;
        try
        {
            operations = await JsonSerializer.DeserializeAsync<List<ArrivalOperation>>(context.Request.Body, Json, context.RequestAborted);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        return operations is null or { Count: > MostOperations }
            ? Results.BadRequest()
            : Results.Json(await mediator.Send(new RecordArrivals(operations), context.RequestAborted), Json);
    }

    private static async Task<IResult> WelcomeAsync(Guid id, string what, string? q, IMediator mediator, TimeProvider clock, CancellationToken cancel)
    {
        var kind = what switch { "arrivee" => "arrived", "depart" => "left", "annulation" => "undone", _ => null };
        if (kind is null)
        {
            return Results.NotFound();
        }

        var answers = await mediator.Send(new RecordArrivals([new ArrivalOperation(Guid.CreateVersion7(), kind, id, clock.GetUtcNow())]), cancel);
        return answers[0].Refusal is { } refusal
            ? await ShowAsync(q, WalkInForm.Blank, refusal, mediator, cancel)
            : PageResults.SeeOther($"{Address}?q={Uri.EscapeDataString(q ?? "")}");
    }

    private static async Task<IResult> WalkInAsync(
        [FromForm] string? prenom, [FromForm] string? nom, [FromForm] string? famille, [FromForm] string? organisation, [FromForm] string? atelier,
        IMediator mediator, TimeProvider clock, CancellationToken cancel)
    {
        var person = Guid.CreateVersion7();
        var answers = await mediator.Send(
            new RecordArrivals([new ArrivalOperation(Guid.CreateVersion7(), "walk-in", person, clock.GetUtcNow(), prenom, nom, famille, organisation, atelier)]), cancel);
        return answers[0].Refusal is { } refusal
            ? await ShowAsync(null, new WalkInForm(prenom, nom, famille, organisation, atelier), refusal, mediator, cancel)
            : PageResults.SeeOther($"{Address}?q={Uri.EscapeDataString($"{prenom} {(famille == "jeune" ? "" : nom)}".Trim())}");
    }

    private static async Task<IResult> ShowAsync(string? sought, WalkInForm form, string? refusal, IMediator mediator, CancellationToken cancel)
    {
        var list = await mediator.Send(new ListArrivals(), cancel);
        return PageResults.Show<ArrivalsPage, ArrivalsView>(
            new ArrivalsView(
                sought, FindingPeople.Among(list.People, sought), list.People.Count, list.People.Count(person => person.ArrivedAt is not null && person.LeftAt is null),
                list.Workshops, form, refusal),
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>Someone without a registration, as typed.</summary>
public sealed record WalkInForm(string? FirstName, string? LastName, string? Family, string? Organisation, string? Workshop)
{
    internal static WalkInForm Blank { get; } = new(null, null, null, null, null);
}

/// <summary>The page of the door.</summary>
public sealed record ArrivalsView(
    string? Sought, IReadOnlyList<ExpectedPerson> Found, int Expected, int Present, IReadOnlyList<ArrivalWorkshop> Workshops, WalkInForm Form, string? Refusal);
