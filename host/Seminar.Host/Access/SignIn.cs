using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Access;

/// <summary>The page where the administrator gives the key, and the way out.</summary>
internal static class SignIn
{
    public const string Address = "/entrer";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, (string? cle, string? retour) =>
            PageResults.Show<SignInPage, SignInView>(new SignInView(cle, OnThisSite(retour), Refused: false)))
            .RequireAuthorization(Policy.Read);
        routes.MapPost(Address, EnterAsync).RequireAuthorization(Policy.Read);
        routes.MapPost("/sortir", (Delegate)LeaveAsync).RequireAuthorization(Policy.Read)
            .WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> EnterAsync(
        HttpContext context, AccessKey key, [FromForm(Name = "cle")] string? attempt, [FromForm(Name = "retour")] string? returnTo)
    {
        if (!key.Is(attempt))
        {
            return PageResults.Show<SignInPage, SignInView>(
                new SignInView(null, OnThisSite(returnTo), Refused: true), StatusCodes.Status422UnprocessableEntity);
        }

        const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        await context.SignInAsync(Scheme, KeyAuthentication.Administrator(Scheme));
        return PageResults.SeeOther(OnThisSite(returnTo));
    }

    private static async Task<IResult> LeaveAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return PageResults.SeeOther("/");
    }

    /// <summary>Only an address of this site: anything else would make the page a springboard to another.</summary>
    private static string OnThisSite(string? address) =>
        address is ['/', not '/' and not '\\', ..] && !address.Any(char.IsControl) ? address : "/administration";
}

/// <summary>The sign-in page.</summary>
public sealed record SignInView(string? Key, string ReturnTo, bool Refused);
