using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Entering;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Modules;

namespace Seminar.Host.Accounts.OtherService;

/// <summary>
/// Entering through another sign-in service. It vouches for who someone is; an account must have been invited here, at the
/// address that the service has verified.
/// </summary>
internal static class OtherServiceEndpoints
{
    public static void MapOtherService(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/entrer/autre-service").AllowAnonymous().ExcludeFromDescription();
        pages.MapPost("", (OtherSignInService service, [FromForm] string? retour) => service.Name is null
            ? Results.NotFound()
            : Results.Challenge(
                new AuthenticationProperties { RedirectUri = $"/entrer/autre-service/retour?retour={Uri.EscapeDataString(LocalAddress.Read(retour))}" },
                [OtherSignInService.Scheme]));
        pages.MapGet("retour", EnterAsync);
        pages.MapGet("refus", (OtherSignInService service) => Refuse(service, "L’autre service ne vous a pas laissé entrer, ou sa réponse n’a pas pu être lue. Recommencez."));
    }

    private static async Task<IResult> EnterAsync(
        HttpContext context, string? retour, OtherSignInService service, AccountStore store, AccountChanges changes, UserManager<Account> users, Entrance entrance, PeopleHosting people)
    {
        var answer = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (service.Name is null || answer.Principal?.FindFirstValue("sub") is not { } subject)
        {
            return PageResults.SeeOther(EnteringEndpoints.Address);
        }

        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (await AccountAsync(users, store, changes, answer.Principal, subject, context.RequestAborted) is not { ClosedAt: null } account)
        {
            return Refuse(service, $"{service.Name} vous a reconnu, mais aucun compte n’est ouvert ici à cette adresse. Demandez une invitation à l’administrateur.");
        }

        await PlaceAuthentication.LeaveAsync(context, people);
        return await entrance.LetInAsync(context, account) switch
        {
            EntranceAnswer.Entered => PageResults.SeeOther(LocalAddress.Read(retour)),
            EntranceAnswer.SecondStep => PageResults.SeeOther($"{SecondStep.Address}?retour={Uri.EscapeDataString(LocalAddress.Read(retour))}"),
            _ => Refuse(service, "Ce compte vient de changer. Recommencez."),
        };
    }

    private static async Task<Account?> AccountAsync(
        UserManager<Account> users, AccountStore store, AccountChanges changes, ClaimsPrincipal person, string subject, CancellationToken cancel)
    {
        if (await store.FindByLoginAsync(OtherSignInService.Scheme, subject, cancel) is { } known)
        {
            return known;
        }

        // An address that the service did not verify could be anyone's.
        var isVerified = string.Equals(person.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        if (!isVerified || person.FindFirstValue("email") is not { } email || await users.FindByEmailAsync(email) is not { ClosedAt: null } invited)
        {
            return null;
        }

        await changes.AddLoginAsync(invited, OtherSignInService.Scheme, subject, cancel);
        return invited;
    }

    private static IResult Refuse(OtherSignInService service, string reason) => PageResults.Show<EnterPage, EnterView>(
        EnterView.Blank("/", service.Name) with { AccountError = reason }, StatusCodes.Status422UnprocessableEntity);
}
