using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Host.Modules;

namespace Seminar.Host.Pages;

/// <summary>Every error is answered in French: a page for people, problem details for programs.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerExceptionAsync, AllowStatusCode404Response = true });
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext, Describe(context.HttpContext)));
    }

    /// <summary>A form without its token is refused before its handler sees it.</summary>
    public static void UseFormRefusal(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } refusal ? RefuseFormAsync(context, refusal.Error) : next(context));

    public static Task RefuseFormAsync(HttpContext context, Exception? refusal)
    {
        // The token is looked for in the form: a form that is too big is found out there, and has another fault.
        if (refusal?.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return AnswerAsync(context, Describe(context));
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return AnswerAsync(context, new ErrorView(
            400, "Formulaire refusé",
            "Ce formulaire ne vient pas d’une page de ce site, ou la page a été ouverte il y a trop longtemps. Rien n’a été enregistré : rouvrez la page et recommencez."));
    }

    private static Task AnswerExceptionAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>();
        if (error?.Error is BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
            return AnswerAsync(context, Describe(context));
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        var module = error?.Endpoint?.Metadata.GetMetadata<ModuleMetadata>()?.Key;
        var theme = context.RequestServices.GetRequiredService<IThemes>().All.FirstOrDefault(each => each.Key == module);
        return AnswerAsync(context, new ErrorView(500, "Une erreur est survenue", theme is null
            ? "L’erreur a été notée dans le journal. Ce que vous aviez enregistré avant est gardé."
            : $"La page de la thématique « {theme.Name} » a rencontré une erreur. Les autres pages fonctionnent ; l’erreur a été notée dans le journal."));
    }

    private static ErrorView Describe(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return status switch
        {
            StatusCodes.Status400BadRequest => new ErrorView(status, "Demande incorrecte", "La demande n’a pas pu être lue. Rien n’a été changé."),
            StatusCodes.Status401Unauthorized => new ErrorView(status, "Clé attendue", "Cette action demande la clé d’administration."),
            StatusCodes.Status403Forbidden => new ErrorView(status, "Accès refusé", "Cette action est réservée à l’équipe du séminaire."),
            StatusCodes.Status404NotFound => DescribeMissing(context),
            StatusCodes.Status405MethodNotAllowed => new ErrorView(status, "Action impossible ici", "Cette adresse n’accepte pas cette action."),
            StatusCodes.Status413PayloadTooLarge => new ErrorView(status, "Envoi trop gros", "L’envoi dépasse la taille permise. Rien n’a été enregistré."),
            StatusCodes.Status415UnsupportedMediaType => new ErrorView(status, "Format non accepté", "Le format de l’envoi n’est pas accepté ici. Rien n’a été enregistré."),
            StatusCodes.Status429TooManyRequests => new ErrorView(status, "Trop à la fois", "Plusieurs fichiers sont déjà en train d’être faits pour vous. Réessayez dans un instant."),
            StatusCodes.Status503ServiceUnavailable => new ErrorView(status, "Un instant", "Ce module redémarre. Réessayez dans quelques secondes."),
            StatusCodes.Status504GatewayTimeout => new ErrorView(status, "Réponse trop longue", "La page n’a pas répondu à temps. Réessayez ; les autres pages fonctionnent."),
            _ => new ErrorView(status, "Une erreur est survenue", "La demande n’a pas abouti."),
        };
    }

    /// <summary>A theme that is off has no page; say so rather than "not found".</summary>
    private static ErrorView DescribeMissing(HttpContext context)
    {
        var segments = context.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var off = segments is ["ateliers", var slug, ..]
            ? context.RequestServices.GetRequiredService<IThemes>().All.FirstOrDefault(theme => theme.Slug == slug && theme.State != ThemeState.Running)
            : null;
        return off is null
            ? new ErrorView(404, "Page introuvable", "Cette adresse ne mène à rien. Vérifiez-la, ou repartez de l’accueil.")
            : new ErrorView(404, $"La thématique « {off.Name} » n’est pas en service", off.State == ThemeState.Disabled
                ? "Elle a été désactivée. Ses données sont gardées et reviendront avec elle."
                : "Elle n’a pas pu démarrer. Ses données sont gardées ; l’administrateur en voit la raison.");
    }

    private static Task AnswerAsync(HttpContext context, ErrorView view)
    {
        IResult answer = context.Request.Path.StartsWithSegments("/api")
            ? Results.Problem(new ProblemDetails { Status = view.Status, Title = view.Title, Detail = view.Explanation })
            : PageResults.Show<ErrorPage, ErrorView>(view, view.Status);
        return answer.ExecuteAsync(context);
    }
}

/// <summary>What went wrong, in words for the reader.</summary>
public sealed record ErrorView(int Status, string Title, string Explanation);
