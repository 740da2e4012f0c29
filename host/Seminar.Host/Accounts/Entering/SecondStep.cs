using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;

namespace Seminar.Host.Accounts.Entering;

/// <summary>The second factor: the code of an authenticator application, or one of the recovery codes.</summary>
internal static class SecondStep
{
    public const string Address = "/entrer/second-facteur";

    public static void MapSecondStep(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("", async (HttpContext context, string? retour, Entrance entrance) =>
            await entrance.WaitingAsync(context) is null
                ? PageResults.SeeOther(EnteringEndpoints.Address)
                : Show(new SecondStepView(LocalAddress.Read(retour), null), StatusCodes.Status200OK));
        pages.MapPost("", TryAsync);
    }

    private static async Task<IResult> TryAsync(HttpContext context, Entrance entrance, [FromForm] string? code, [FromForm] string? retour) =>
        await entrance.TrySecondStepAsync(context, code) switch
        {
            EntranceAnswer.Entered => PageResults.SeeOther(LocalAddress.Read(retour)),
            EntranceAnswer.Nobody => PageResults.SeeOther(EnteringEndpoints.Address),
            EntranceAnswer.TooMany => Refuse(retour, "Ce compte est bloqué pour un quart d’heure après trop d’essais."),
            _ => Refuse(retour, "Ce code n’est pas le bon, ou il a déjà servi. Il change toutes les trente secondes\u00A0: donnez celui qui s’affiche maintenant, ou le suivant."),
        };

    private static IResult Refuse(string? returnTo, string error) =>
        Show(new SecondStepView(LocalAddress.Read(returnTo), error), StatusCodes.Status422UnprocessableEntity);

    private static IResult Show(SecondStepView view, int status) => PageResults.Show<SecondStepPage, SecondStepView>(view, status);
}

/// <summary>The page that asks for the second factor.</summary>
public sealed record SecondStepView(string ReturnTo, string? Error);
