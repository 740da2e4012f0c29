using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Seminar.Host.Access;
using Seminar.Host.Accounts.OtherService;
using Seminar.Host.Modules;
using Seminar.People.Features.Sessions;
using Seminar.Ui;

namespace Seminar.Host.Accounts.Entering;

/// <summary>The one page where everyone enters, participants with a code and the team with an account, and the way out.</summary>
internal static class EnteringEndpoints
{
    public const string Address = "/entrer";

    public static void MapEntering(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet(Address, (HttpContext context, string? retour, DeviceCookie device, OtherSignInService service) =>
        {
            device.Ensure(context);
            return PageResults.Show<EnterPage, EnterView>(EnterView.Blank(LocalAddress.Read(retour), service.Name));
        });
        pages.MapPost($"{Address}/place", EnterWithCodeAsync).WithSummary("Entrer avec le code d’un badge");
        pages.MapPost($"{Address}/compte", EnterWithPasswordAsync).WithSummary("Entrer avec un compte");
        pages.MapGet("/b/{code}", EnterWithLinkAsync).OnTrail("Entrer avec le QR code d’un badge");
        pages.MapPost("/sortir", (Delegate)LeaveAsync).WithSummary("Sortir").WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> EnterWithCodeAsync(
        HttpContext context, DeviceCookie device, EntryAttempts attempts, PeopleHosting people, OtherSignInService service,
        [FromForm] string? code, [FromForm] string? retour)
    {
        var view = EnterView.Blank(LocalAddress.Read(retour), service.Name) with { Code = code };
        if (device.Read(context) is not { } number || !attempts.TryFrom(number))
        {
            return Refuse(view with { CodeError = "Trop d’essais depuis cet appareil. Attendez dix minutes, ou scannez le QR code du badge." });
        }

        if (ParticipantCode.PublicPart(code) is not { } publicPart)
        {
            return Refuse(view with { CodeError = "Ce code n’est pas complet. Il ressemble à 042-K7QM3X\u00A0: il est écrit sous le QR code du badge." });
        }

        if (!attempts.TryOn(publicPart))
        {
            return Refuse(view with { CodeError = "Trop d’essais avec ce badge. Attendez un quart d’heure, scannez son QR code, ou demandez à l’accueil." });
        }

        return await people.AskAsync(new OpenSession(code), context.RequestAborted) is { } session
            ? Open(context, session)
            : Refuse(view with { CodeError = "Ce code n’ouvre aucune place. Vérifiez-le sur le badge, ou demandez à l’accueil." });
    }

    /// <summary>The link of a QR code: 125 bits of secret need no limit by code, which would let anyone lock a badge out.</summary>
    private static async Task<IResult> EnterWithLinkAsync(string code, HttpContext context, PeopleHosting people, OtherSignInService service)
    {
        if (Visitor.AccountOf(context.User) is not null)
        {
            // A team member's telephone at the door: the badge is someone else's.
            return PageResults.SeeOther($"/accueil?q={Uri.EscapeDataString(ParticipantCode.PublicPart(code)?.TrimStart('0') ?? "")}");
        }

        var isLong = code.Length > ParticipantCode.LongestTyped;
        return isLong && await people.AskAsync(new OpenSession(code), context.RequestAborted) is { } session
            ? Open(context, session)
            : Refuse(EnterView.Blank("/", service.Name) with { CodeError = "Ce QR code n’ouvre plus rien\u00A0: le badge a été remplacé ou le séminaire est terminé. Demandez à l’accueil." });
    }

    private static async Task<IResult> EnterWithPasswordAsync(
        HttpContext context, Entrance entrance, OtherSignInService service, PeopleHosting people,
        [FromForm] string? courriel, [FromForm] string? motDePasse, [FromForm] string? retour)
    {
        var address = LocalAddress.Read(retour);
        var answer = await entrance.TryPasswordAsync(context, courriel, motDePasse);
        if (answer == EntranceAnswer.Entered)
        {
            await PlaceAuthentication.LeaveAsync(context, people);
            return PageResults.SeeOther(address);
        }

        if (answer == EntranceAnswer.SecondStep)
        {
            return PageResults.SeeOther($"{SecondStep.Address}?retour={Uri.EscapeDataString(address)}");
        }

        return Refuse(EnterView.Blank(address, service.Name) with
        {
            Email = courriel,
            // Said of any address, with an account or without.
            AccountError = answer == EntranceAnswer.TooMany
                ? "Trop d’essais avec cette adresse\u00A0: s’il y a un compte, il est bloqué pour un quart d’heure. Attendez, ou demandez à l’administrateur."
                : "L’adresse ou le mot de passe n’est pas le bon.",
        });
    }

    /// <summary>Ends what the cookies name, on the server too: a copy of one opens nothing afterwards.</summary>
    private static async Task<IResult> LeaveAsync(HttpContext context, AccountSessions sessions, PeopleHosting people)
    {
        await PlaceAuthentication.LeaveAsync(context, people);
        await sessions.EndAsync(context);
        return PageResults.SeeOther("/entrer");
    }

    private static IResult Open(HttpContext context, OpenedSession session)
    {
        PlaceAuthentication.SignIn(context, session);
        return PageResults.SeeOther("/ma-place");
    }

    private static IResult Refuse(EnterView view) =>
        PageResults.Show<EnterPage, EnterView>(view, StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The page where everyone enters.</summary>
/// <param name="ReturnTo">Where to go then, on this site.</param>
/// <param name="OtherService">Name of the other sign-in service, when one is configured.</param>
/// <param name="Code">The code that was typed.</param>
/// <param name="CodeError">Why it was refused.</param>
/// <param name="Email">The address that was typed.</param>
/// <param name="AccountError">Why the account was refused.</param>
public sealed record EnterView(string ReturnTo, string? OtherService, string? Code, string? CodeError, string? Email, string? AccountError)
{
    internal static EnterView Blank(string returnTo, string? otherService) => new(returnTo, otherService, null, null, null, null);
}
