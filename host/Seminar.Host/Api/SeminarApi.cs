using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Host.Accounts.FirstAccount;
using Seminar.Host.Backups;
using Seminar.Host.Modules;
using Seminar.Host.Themes;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Workshops;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Api;

/// <summary>The JSON interface. Workshops come and go in the shape of the seed files.</summary>
internal static class SeminarApi
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddOpenApi(options =>
        {
            // What is tagged is for programs; pages and their forms are not.
            options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Http.Metadata.ITagsMetadata>().Any();
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Seminar";
                document.Info.Description = "Le séminaire, ses ateliers, leurs tableaux en direct et ses thématiques.";
                return Task.CompletedTask;
            });
        });
        services.ConfigureHttpJsonOptions(PlainObjects.PutFirst);
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = SeedJson.Options.Encoder);
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().AllowAnonymous();
        var api = routes.MapGroup("/api").WithTags("Séminaire");

        api.MapGet("/seminar", ShowSeminarAsync).RequireAuthorization(Policy.Read)
            .WithSummary("Le séminaire : titre, objectifs, méthode, synthèse transversale.")
            .Produces<SeminarDocument>().ProducesProblem(404);
        api.MapPut("/seminar", ReplaceSeminarAsync).RequireAuthorization(Policy.Administer)
            .WithSummary("Remplace le séminaire, sans toucher aux ateliers. Tout ou rien.")
            .Accepts<SeminarDocument>("application/json").Produces(204).ProducesValidationProblem(422);
        api.MapGet("/themes", (IThemes themes) => themes.All).RequireAuthorization(Policy.Read)
            .WithSummary("Les thématiques : version, contrat, état et raison.");
        api.MapPost("/themes/{key}/enable", (string key, ThemeSwitch themes) => themes.EnableAsync(key)).RequireAuthorization(Policy.Administer)
            .WithSummary("Active une thématique, aussitôt.").Produces<ThemeStatus>().ProducesProblem(404);
        api.MapPost("/themes/{key}/disable", (string key, ThemeSwitch themes) => themes.DisableAsync(key)).RequireAuthorization(Policy.Administer)
            .WithSummary("Désactive une thématique, aussitôt ; ses données sont gardées.").Produces<ThemeStatus>().ProducesProblem(404);
        api.MapPut("/themes/{key}/pin/{version}", (string key, string version, ThemeSwitch themes) => themes.PinAsync(key, version)).RequireAuthorization(Policy.Administer)
            .WithSummary("Épingle une version d’une thématique, si elle démarre ; sinon rien ne change.").Produces<ThemeStatus>().ProducesProblem(404).ProducesProblem(422);
        api.MapDelete("/themes/{key}/pin", (string key, ThemeSwitch themes) => themes.UnpinAsync(key)).RequireAuthorization(Policy.Administer)
            .WithSummary("Retire l’épingle : la version la plus récente sert de nouveau.").Produces<ThemeStatus>().ProducesProblem(404);
        api.MapGet("/workshops/{workshop}", ShowWorkshopAsync).RequireAuthorization(Policy.Read)
            .WithSummary("Tout un atelier, dans le format des fichiers d’exemple.")
            .Produces<WorkshopDocument>().ProducesProblem(404);
        api.MapPut("/workshops/{workshop}", ReplaceWorkshopAsync).RequireAuthorization(Policy.Administer).WithMetadata(new RequestSizeLimitAttribute(ReadWorkshopJson.MostBytes + 1))
            .WithSummary("Remplace tout un atelier. Tout ou rien ; chaque faute est nommée par son chemin JSON.")
            .Accepts<WorkshopDocument>("application/json").Produces(204).ProducesValidationProblem(422).ProducesProblem(404);
        api.MapPost("/first-account-links", (FirstAccountLink link) => Results.Json(new FirstAccountLinkMade(link.Make()))).RequireAuthorization(Policy.Administer)
            .WithSummary("Prépare un lien à usage unique qui crée un compte d’administrateur.").Produces<FirstAccountLinkMade>();
        api.MapBackups();
    }

    private static async Task<IResult> ShowSeminarAsync(SeminarModule seminar, CancellationToken cancel) =>
        await seminar.AskAsync(new GetSeminar(), cancel) is { } stored
            ? Results.Json(stored.Document, SeedJson.Options)
            : NotFound("Aucun séminaire n’a encore été importé.");

    private static async Task<IResult> ReplaceSeminarAsync(HttpRequest request, SeminarModule seminar, CancellationToken cancel)
    {
        var read = await ReadSeminarJson.ReadAsync(request.Body, cancel);
        return Answer(read.Document is { } document
            ? await seminar.AskAsync(new ReplaceSeminar(document, IsSample: false), cancel)
            : new Outcome(read.Refusals));
    }

    private static async Task<IResult> ShowWorkshopAsync(string workshop, HttpContext context, ThemeRegistry themes)
    {
        if (themes.Find(workshop) is not { } theme)
        {
            return NoSuchTheme(workshop, themes);
        }

        return await theme.AskAsync(new GetWorkshop { Reader = await context.ReaderAsync() }, context.RequestAborted) is { } document
            ? Results.Json(document, SeedJson.Options)
            : NotFound($"L’atelier de la thématique « {theme.Identity.Name} » est encore vide.");
    }

    private static async Task<IResult> ReplaceWorkshopAsync(string workshop, HttpRequest request, ThemeRegistry themes, CancellationToken cancel)
    {
        if (themes.Find(workshop) is not { } theme)
        {
            return NoSuchTheme(workshop, themes);
        }

        var read = await ReadWorkshopJson.ReadAsync(request.Body, cancel);
        return Answer(read.Document is { } document
            ? await theme.AskAsync(new ReplaceWorkshop(document), cancel)
            : new Outcome(read.Refusals));
    }

    private static IResult NoSuchTheme(string key, ThemeRegistry themes) =>
        NotFound(themes.All.FirstOrDefault(theme => theme.Key == key) is { } stopped
            ? $"La thématique « {stopped.Name} » n’est pas en service : {stopped.Reason}"
            : $"Aucune thématique n’a la clé « {key} ».");

    private static IResult Answer(Outcome outcome) => outcome.Accepted
        ? Results.NoContent()
        : Results.Problem(new HttpValidationProblemDetails(outcome.Refusals.GroupBy(refusal => refusal.Path)
            .ToDictionary(group => group.Key, group => group.Select(refusal => refusal.Message).ToArray()))
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "Import refusé, rien n’a été changé",
        });

    private static IResult NotFound(string detail) =>
        Results.Problem(new ProblemDetails { Status = StatusCodes.Status404NotFound, Title = "Introuvable", Detail = detail });
}

/// <summary>A link that creates an administrator.</summary>
/// <param name="Link">Address on this site.</param>
internal sealed record FirstAccountLinkMade(string Link);
